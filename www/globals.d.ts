/** Answers of the server that the first script asked for, by address, until the others take them. */
declare var preloaded: Map<string, Promise<Response>>;

/** Templates that come with a script. */
declare module "*.html" {
  const html: string;
  export default html;
}
