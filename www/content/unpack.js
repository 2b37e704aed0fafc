// @ts-check

/**
 * A value as the build wrote it: an object is a list of the number of its field names and its values, a list has the
 * number 0, and what stands in a table, because it is repeated, is meant by a number below it.
 * @param {any} value
 * @param {any[]} again  The table.
 * @param {string[][]} names
 * @returns {any}
 */
export function unpack(value, again, names) {
  if (!Array.isArray(value)) return value;
  const [number, ...rest] = value;
  if (number < 0) return unpack(again[-1 - number], again, names);
  const values = rest.map((one) => unpack(one, again, names));
  return number ? Object.fromEntries(names[number - 1].map((name, at) => [name, values[at]])) : values;
}
