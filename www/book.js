// @ts-check
/** @import { Drawing } from "./generated/book.js" */
import { answerFrom } from "./banks.js";
import { extras } from "./extras.js";
import * as glue from "./generated/book.js";

/** @type {Promise<unknown> | undefined} */
let ready;

/** Resolves once the book can be asked; tries again where it could not be fetched before. */
export async function started() {
  ready ??= glue.default({ module_or_path: answerFrom(extras.book) });
  await ready.catch((error) => {
    ready = undefined;
    throw error;
  });
}

/** A text as a QR code. @param {string} text */
export const qr = (text) => /** @type {Drawing} */ (JSON.parse(glue.qr(text)));
