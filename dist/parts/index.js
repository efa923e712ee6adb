import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const requireOfNode = __WEBPACK_EXTERNAL_createRequire(import.meta.url);
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ (function (module) {

module.exports = requireOfNode("assert");

/***/ }),

/***/ 181:
/***/ (function (module) {

module.exports = requireOfNode("buffer");

/***/ }),

/***/ 5317:
/***/ (function (module) {

module.exports = requireOfNode("child_process");

/***/ }),

/***/ 6982:
/***/ (function (module) {

module.exports = requireOfNode("crypto");

/***/ }),

/***/ 4434:
/***/ (function (module) {

module.exports = requireOfNode("events");

/***/ }),

/***/ 9896:
/***/ (function (module) {

module.exports = requireOfNode("fs");

/***/ }),

/***/ 1943:
/***/ (function (module) {

module.exports = requireOfNode("fs/promises");

/***/ }),

/***/ 8611:
/***/ (function (module) {

module.exports = requireOfNode("http");

/***/ }),

/***/ 5692:
/***/ (function (module) {

module.exports = requireOfNode("https");

/***/ }),

/***/ 9278:
/***/ (function (module) {

module.exports = requireOfNode("net");

/***/ }),

/***/ 6698:
/***/ (function (module) {

module.exports = requireOfNode("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function (module) {

module.exports = requireOfNode("node:buffer");

/***/ }),

/***/ 1421:
/***/ (function (module) {

module.exports = requireOfNode("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function (module) {

module.exports = requireOfNode("node:crypto");

/***/ }),

/***/ 610:
/***/ (function (module) {

module.exports = requireOfNode("node:dns");

/***/ }),

/***/ 1553:
/***/ (function (module) {

module.exports = requireOfNode("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ (function (module) {

module.exports = requireOfNode("node:events");

/***/ }),

/***/ 3024:
/***/ (function (module) {

module.exports = requireOfNode("node:fs");

/***/ }),

/***/ 1455:
/***/ (function (module) {

module.exports = requireOfNode("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ (function (module) {

module.exports = requireOfNode("node:http");

/***/ }),

/***/ 2467:
/***/ (function (module) {

module.exports = requireOfNode("node:http2");

/***/ }),

/***/ 4708:
/***/ (function (module) {

module.exports = requireOfNode("node:https");

/***/ }),

/***/ 7030:
/***/ (function (module) {

module.exports = requireOfNode("node:net");

/***/ }),

/***/ 8161:
/***/ (function (module) {

module.exports = requireOfNode("node:os");

/***/ }),

/***/ 6760:
/***/ (function (module) {

module.exports = requireOfNode("node:path");

/***/ }),

/***/ 1708:
/***/ (function (module) {

module.exports = requireOfNode("node:process");

/***/ }),

/***/ 481:
/***/ (function (module) {

module.exports = requireOfNode("node:readline");

/***/ }),

/***/ 6848:
/***/ (function (module) {

module.exports = requireOfNode("node:readline/promises");

/***/ }),

/***/ 7075:
/***/ (function (module) {

module.exports = requireOfNode("node:stream");

/***/ }),

/***/ 6466:
/***/ (function (module) {

module.exports = requireOfNode("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ (function (module) {

module.exports = requireOfNode("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ (function (module) {

module.exports = requireOfNode("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ (function (module) {

module.exports = requireOfNode("node:tls");

/***/ }),

/***/ 7066:
/***/ (function (module) {

module.exports = requireOfNode("node:tty");

/***/ }),

/***/ 3136:
/***/ (function (module) {

module.exports = requireOfNode("node:url");

/***/ }),

/***/ 7975:
/***/ (function (module) {

module.exports = requireOfNode("node:util");

/***/ }),

/***/ 8877:
/***/ (function (module) {

module.exports = requireOfNode("node:v8");

/***/ }),

/***/ 714:
/***/ (function (module) {

module.exports = requireOfNode("node:vm");

/***/ }),

/***/ 8522:
/***/ (function (module) {

module.exports = requireOfNode("node:zlib");

/***/ }),

/***/ 857:
/***/ (function (module) {

module.exports = requireOfNode("os");

/***/ }),

/***/ 6928:
/***/ (function (module) {

module.exports = requireOfNode("path");

/***/ }),

/***/ 3236:
/***/ (function (module) {

module.exports = requireOfNode("path/posix");

/***/ }),

/***/ 932:
/***/ (function (module) {

module.exports = requireOfNode("process");

/***/ }),

/***/ 3785:
/***/ (function (module) {

module.exports = requireOfNode("readline");

/***/ }),

/***/ 4756:
/***/ (function (module) {

module.exports = requireOfNode("tls");

/***/ }),

/***/ 9023:
/***/ (function (module) {

module.exports = requireOfNode("util");

/***/ })

/******/ });
/******/  
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/  
/******/ function __nccwpck_require__(moduleId) {
/******/ 	 
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	 
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		 
/******/ 		 
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	 
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	 
/******/ 	return module.exports;
/******/ }
/******/ 
/******/  
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/******/  
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/  
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	 
/******/ 	 
/******/ 	 
/******/ 	 
/******/ 	 
/******/ 	 
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	 
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	 
/******/ 	 
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	 
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		 
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	 
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/  
/******/ (() => {
/******/ 	 
/******/ 	
/******/ 	 
/******/ 	 
/******/ 	 
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		 
/******/ 		 
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			 
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) {  
/******/ 	
/******/ 				 
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) {  
/******/ 						 
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	 
/******/ 	
/******/ 	 
/******/ 	
/******/ 	 
/******/ 	
/******/ 	 
/******/ })();
/******/ 
var __webpack_exports__ = {};
  __nccwpck_require__.d(__webpack_exports__, {
    XI: () => (  action),
    bE: () => (  post),
    xw: () => (  cli)
  });
const action = () => Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(2952), __nccwpck_require__.e(8608), __nccwpck_require__.e(7576), __nccwpck_require__.e(2510), __nccwpck_require__.e(8766), __nccwpck_require__.e(8733)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8733));
const cli = () => Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(8608), __nccwpck_require__.e(7576), __nccwpck_require__.e(8766), __nccwpck_require__.e(5781)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5781));
const post = () => Promise.all(/* import() */[__nccwpck_require__.e(8959), __nccwpck_require__.e(2952), __nccwpck_require__.e(7576), __nccwpck_require__.e(1614)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1614));

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
