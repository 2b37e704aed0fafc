// @ts-check
/** @import { Screen } from "../stage.js" */
import { say } from "../say.js";
import { mount } from "../screens/me.js";

/** Everything else that is there for one person. @returns {Screen} */
export const prepare = () => ({ name: "me", mount, title: () => say("me") });
