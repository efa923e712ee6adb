#!/usr/bin/env node
var node = process.versions.node.split(".").map(Number);
if (node[0] < 20 || (node[0] === 20 && node[1] < 3)) {
  console.log("::error::" + "prune-image-tags needs Node 20.3 or newer, and this is Node " + process.versions.node + ". The action asks for Node 24, which any current runner has.");
  process.exitCode = 2;
} else {
  var isOver = false;
  process.on("exit", function () {
    if (isOver || process.exitCode) return;
    console.error("The run ended before it was done. This is a bug; please report it.");
    process.exitCode = 13;
  });
  import("./parts/index.js").then(function (parts) {
    return parts.post();
  }).then(function () {
    isOver = true;
  });
}
