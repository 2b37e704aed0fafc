// @ts-check

/** How long the browser may take to fetch what it saves, in milliseconds. */
const PATIENCE = 60_000;

/** Puts a file where the browser puts files. @param {File} file */
export function save(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

/** Whether this phone hands files of a kind to other programs. @param {string} name @param {string} type */
export const canSend = (name, type) => !!navigator.canShare?.({ files: [new File(["{}"], name, { type })] });

/** Whoever changes their mind meanwhile need not be told. @param {File} file */
export const send = (file) => navigator.share({ files: [file], title: file.name }).catch(() => {});
