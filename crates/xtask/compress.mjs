// Writes FILE.br beside every FILE named on the command line.
// Node's own brotli does this: in a debug build, one in Rust takes longer to compile and to run than all the rest.
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** @param {string} path */
async function compress(path) {
  const raw = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(raw, { params }));
}

await Promise.all(process.argv.slice(2).map(compress));
