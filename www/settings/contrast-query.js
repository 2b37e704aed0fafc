// @ts-check

/** How a device says that it wants strong contrasts, whatever the settings of the page are. */
export const CONTRAST_QUERY = "(prefers-contrast: more), (forced-colors: active)";
