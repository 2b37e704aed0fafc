/** Answers of the server that the first script asked for, by address, until the others take them. */
declare var fetching: Map<string, Promise<Response>>;
