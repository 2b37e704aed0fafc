// @ts-check
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, find } from "../platform/dom.js";
import { canSend, save, send } from "../platform/files.js";
import { during } from "../screen-host.js";
import { pngFile, svgFile } from "./picture-file.js";
import html from "./picture-tools.html";

addTemplates(html);

/**
 * A drawing that is saved or sent under a name.
 * @typedef {{ drawing: SVGSVGElement, name: string, scale: number }} Sheet
 */

/** Buttons that save or send a drawing. @param {() => Sheet} current */
export function pictureTools(current) {
  const tools = clone("picture-tools");
  const told = find(tools, ".picture-told");
  const act = async (/** @type {(file: File) => unknown} */ what, /** @type {string} */ done) => {
    const { drawing, name, scale } = current();
    try {
      await what(await pngFile(drawing, name, scale));
      told.textContent = done;
    } catch (error) {
      console.error(error);
      told.textContent = say("picture-failed");
    }
  };
  find(tools, ".save-png").addEventListener("click", () => during(act(save, say("picture-saved"))));
  find(tools, ".send-png").addEventListener("click", () => during(act(send, "")));
  find(tools, ".send-png").hidden = !canSend("a.png", "image/png");
  find(tools, ".save-svg").addEventListener("click", () => {
    const { drawing, name } = current();
    save(svgFile(drawing, name));
    told.textContent = say("picture-saved");
  });
  return tools;
}
