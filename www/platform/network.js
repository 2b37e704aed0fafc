// @ts-check
// Where the page gets its files from: its server. In a page that is one file, embedded.js stands in for this.

/** What is at an address. @param {string} address @returns {Promise<Response>} */
export function ask(address) {
  const coming = globalThis.fetching.get(address) ?? fetch(address);
  // An answer can be read once.
  globalThis.fetching.delete(address);
  return coming;
}

/** Puts a style sheet on. @param {string} href @returns {Promise<unknown>} */
export function dress(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(href)));
  });
}
