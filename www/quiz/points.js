// @ts-check

const MICRO = 1_000_000;

/** Points as a person writes them: whole where they are whole. @param {number} micropoints */
export const pointsOf = (micropoints) => Math.round(micropoints / (MICRO / 100)) / 100;

/** The points that pass, rounded up to a whole number. @param {number} points  All there are. @param {number} [percent] */
export const passMark = (points, percent = 0) => Math.ceil((points * percent) / 100);
