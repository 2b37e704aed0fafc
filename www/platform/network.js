// @ts-check
// Where the page gets its files from: its server. In a page that is one file, embedded.js stands in for this.

/** What is at an address. @param {string} address @returns {Promise<Response>} */
export function fetchFile(address) {
  const coming = globalThis.preloaded.get(address) ?? fetch(address);
  // An answer can be read once.
  globalThis.preloaded.delete(address);
  return coming;
}

/** Puts a style sheet on. @param {string} href @returns {Promise<unknown>} */
export function loadStyles(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(href)));
  });
}
