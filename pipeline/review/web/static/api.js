// What is asked of the server, and what it is told: JSON, with the page's token.

import { say } from "./say.js";

const TOKEN = document.querySelector("meta[name=jiedui-token]").content;

export class Refused extends Error {
  constructor(message, status, answer) {
    super(message);
    this.status = status;
    this.problems = (answer && answer.problems) || [];
    this.code = answer && answer.code;
  }
}

export async function get(path) {
  return answered(path, { headers: { accept: "application/json" } });
}

export async function post(path, body = {}) {
  return answered(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-jiedui-token": TOKEN },
    body: JSON.stringify(body),
  });
}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Refused(say("no-server"), 0, null);
  }
  let answer = null;
  try {
    answer = await response.json();
  } catch {
    answer = null;
  }
  if (response.ok) return answer;
  // the server was started again: what was decided is kept, the page is not its own any more
  if (answer && answer.code === "stale") throw new Refused(say("stale"), 403, answer);
  const told = answer && (answer.message || (answer.problems && answer.problems.map((one) => one.message).join(" ")));
  throw new Refused(told || say("failed", { status: response.status }), response.status, answer);
}
