// @ts-check

/** How a device says that it wants strong contrasts, whatever the settings of the page are. */
export const WANTS_CONTRAST = "(prefers-contrast: more), (forced-colors: active)";
