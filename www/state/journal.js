// @ts-check
// A browser puts localStorage on the disk when it finds the time, seconds later. If the phone dies before that, the last
// answers are gone. IndexedDB is put there at once where one asks for it, so the same texts are written to both.

const STORE = "texts";

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** Writes texts by name. @param {Record<string, string>} texts */
export const write = (texts) =>
  use("readwrite", (store) => Object.entries(texts).map(([name, text]) => store.put(text, name)));

/** Every text by its name. @returns {Promise<Record<string, string>>} */
export async function read() {
  const [names, texts] = await use("readonly", (store) => [store.getAllKeys(), store.getAll()]);
  return Object.fromEntries(names.map((/** @type {string} */ name, /** @type {number} */ at) => [name, texts[at]]));
}

/**
 * What some requests came to, once all of them are on the disk.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest[]} ask
 * @returns {Promise<any[]>}
 */
async function use(mode, ask) {
  const base = await (opening ??= open());
  const transaction = base.transaction(STORE, mode, { durability: "strict" });
  const requests = ask(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(requests.map(({ result }) => result));
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("sixinto", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
