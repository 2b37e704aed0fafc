// @ts-check
/** @import { Screen } from "../screen-host.js" */
import { say } from "../i18n/i18n.js";
import { mount } from "./me-screen.js";

/** Everything else that is there for one person. @returns {Screen} */
export const prepare = () => ({ name: "me", mount, title: () => say("me") });
