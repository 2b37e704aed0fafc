// @ts-check
// Beside storage.js and journal.js, which know what is stored and come with the first question, this one only takes it
// away.
import { reload } from "./store.js";

/** Forgets everything, on the disk too. */
export async function erase() {
  // Where nothing may be stored, nothing is.
  await Promise.allSettled([removed(), emptied()]);
  reload();
}

async function removed() {
  for (const key of Object.keys(localStorage)) if (key.startsWith("sixinto.")) localStorage.removeItem(key);
}

/** Resolves once the journal is empty on the disk. @returns {Promise<void>} */
function emptied() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("sixinto");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const names = [...base.objectStoreNames];
      if (!names.length) return resolve();
      const transaction = base.transaction(names, "readwrite", { durability: "strict" });
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
