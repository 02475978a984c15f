// Preloaded into The Lounge's server, which asks for updates at its start: names that are not of
// this machine are not looked up at all.
"use strict";
const dns = require("node:dns");
const lookup = dns.lookup;
dns.lookup = (name, ...rest) => {
  if (name === "localhost" || name === "127.0.0.1" || name === "::1") {
    return lookup(name, ...rest);
  }
  const error = Object.assign(new Error(`${name} is not looked up in tests`), { code: "ENOTFOUND" });
  process.nextTick(rest[rest.length - 1], error);
};
