/** What the build writes into the service worker. */
declare const CONTENTS: any;
