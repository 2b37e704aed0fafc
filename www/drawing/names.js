// @ts-check
/** @import { Certificate } from "../generated/book.js" */

/** The longest name, in characters. */
export const LONGEST_NAME = 40;

/** What no picture can hold, and what would turn the text around it. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text that may have come from anywhere, as it can be written into a picture. @param {string} text */
export const clean = (text) => text.replace(UNFIT, " ").replace(/\s+/g, " ").trim();

/** A name as it is kept. @param {string} typed */
export const nameFrom = (typed) => [...clean(typed)].slice(0, LONGEST_NAME).join("").trim();

/** The name that was written on a certificate last. @param {Certificate[]} certificates */
export const lastName = (certificates) => certificates.map(({ name }) => name).filter(Boolean).pop() ?? "";
