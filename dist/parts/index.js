import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const requireOfNode = __WEBPACK_EXTERNAL_createRequire(import.meta.url);
/******/ var __webpack_modules__ = ({

/***/ 5559:
/***/ (function (module) {





module.exports = bytes;
module.exports.format = format;
module.exports.parse = parse;


var formatThousandsRegExp = /\B(?=(\d{3})+(?!\d))/g;

var formatDecimalsRegExp = /(?:\.0*|(\.[^0]+)0+)$/;

var map = {
  b:  1,
  kb: 1 << 10,
  mb: 1 << 20,
  gb: 1 << 30,
  tb: Math.pow(1024, 4),
  pb: Math.pow(1024, 5),
};

var parseRegExp = /^((-|\+)?(\d+(?:\.\d+)?)) *(kb|mb|gb|tb|pb)$/i;


function bytes(value, options) {
  if (typeof value === 'string') {
    return parse(value);
  }

  if (typeof value === 'number') {
    return format(value, options);
  }

  return null;
}


function format(value, options) {
  if (!Number.isFinite(value)) {
    return null;
  }

  var mag = Math.abs(value);
  var thousandsSeparator = (options && options.thousandsSeparator) || '';
  var unitSeparator = (options && options.unitSeparator) || '';
  var decimalPlaces = (options && options.decimalPlaces !== undefined) ? options.decimalPlaces : 2;
  var fixedDecimals = Boolean(options && options.fixedDecimals);
  var unit = (options && options.unit) || '';

  if (!unit || !map[unit.toLowerCase()]) {
    if (mag >= map.pb) {
      unit = 'PB';
    } else if (mag >= map.tb) {
      unit = 'TB';
    } else if (mag >= map.gb) {
      unit = 'GB';
    } else if (mag >= map.mb) {
      unit = 'MB';
    } else if (mag >= map.kb) {
      unit = 'KB';
    } else {
      unit = 'B';
    }
  }

  var val = value / map[unit.toLowerCase()];
  var str = val.toFixed(decimalPlaces);

  if (!fixedDecimals) {
    str = str.replace(formatDecimalsRegExp, '$1');
  }

  if (thousandsSeparator) {
    str = str.split('.').map(function (s, i) {
      return i === 0
        ? s.replace(formatThousandsRegExp, thousandsSeparator)
        : s
    }).join('.');
  }

  return str + unitSeparator + unit;
}


function parse(val) {
  if (typeof val === 'number' && !isNaN(val)) {
    return val;
  }

  if (typeof val !== 'string') {
    return null;
  }

  var results = parseRegExp.exec(val);
  var floatValue;
  var unit = 'b';

  if (!results) {
    floatValue = parseInt(val, 10);
    unit = 'b'
  } else {
    floatValue = parseFloat(results[1]);
    unit = results[4].toLowerCase();
  }

  if (isNaN(floatValue)) {
    return null;
  }

  return Math.floor(map[unit] * floatValue);
}


/***/ }),

/***/ 9855:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const debug = __nccwpck_require__(8195)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(1825)
const { safeRe: re, t } = __nccwpck_require__(3227)

const parseOptions = __nccwpck_require__(4464)
const { compareIdentifiers } = __nccwpck_require__(4192)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
     
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

   
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
         
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
       
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
         
         
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
         
         
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
         
         
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
       
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
           
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 5797:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const SemVer = __nccwpck_require__(9855)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 1825:
/***/ (function (module) {



 
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
  9007199254740991

const MAX_SAFE_COMPONENT_LENGTH = 16

 
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 8195:
/***/ (function (module) {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 4192:
/***/ (function (module) {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 4464:
/***/ (function (module) {



const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 3227:
/***/ (function (module, exports, __nccwpck_require__) {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(1825)
const debug = __nccwpck_require__(8195)
exports = module.exports = {}

const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

 
 
 
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

 

 

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

 

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

 

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

 
 

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

 

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

 

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

 

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

 

 
 

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

 
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

 
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

 
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

 
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

 
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

 
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

 
 
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

createToken('STAR', '(<|>)?=?\\s*\\*')
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 5070:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {

module.exports = __nccwpck_require__(5862);


/***/ }),

/***/ 5862:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {



var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
         
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    self.requests.push(options);
    return;
  }

  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false;  
  connectReq.once('response', onResponse);  
  connectReq.once('upgrade', onUpgrade);    
  connectReq.once('connect', onConnect);    
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
     
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') {  
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host;  
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug;  


/***/ }),

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

/***/ }),

/***/ 1614:
/***/ (function (__webpack_module__, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6375);
  var _program_guarded_output_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5604);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2837);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6829);
  var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(27);
  var _report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8602);






const outlet = (0,_report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_4__  .Y)(_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Pq);
(0,_program_environment_js__WEBPACK_IMPORTED_MODULE_5__  .u)(outlet, {
    secrets: [_actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4("password", { trimWhitespace: false }), _actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4("github-token")],
    settings: {},
    environment: process.env,
});
const outputs = (0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_2__  .w)({
    tellBug: (thrown) => {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__  .C1(outlet.text((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__  .YI)(thrown)));
    },
    describeDropped: (lines) => `::warning::${(0,_program_guarded_output_js__WEBPACK_IMPORTED_MODULE_1__  .e)(lines)}\n`,
});
const [container, run] = [_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu("container"), _actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu("run")];
try {
    if (container !== "") {
        const { cleanUpAfter } = await Promise.all(/* import() */[__nccwpck_require__.e(3800), __nccwpck_require__.e(7810), __nccwpck_require__.e(133)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7482));
        const { describeCollectionStep } = await __nccwpck_require__.e(/* import() */ 902).then(__nccwpck_require__.bind(__nccwpck_require__, 902));
        const wasLeft = await cleanUpAfter({ container, run }, (step) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__  .pq(outlet.text(describeCollectionStep(step)));
        });
        if (wasLeft) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__  .$e(outlet.text(`The job was ended while the garbage of ${container} was collected; the registry was started again.`));
        }
    }
}
catch (error) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__  .C1(outlet.text(`${container} may be left stopped; start it by hand. ${(0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__  .YI)(error)}`));
}
void outputs.end({ isAnswered: false });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2810:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    z: () => (  bestEffort)
  });
function bestEffort(listener, onThrown = () => undefined) {
    let isTold = false;
    return (...args) => {
        try {
            listener(...args);
        }
        catch (thrown) {
            if (isTold)
                return;
            isTold = true;
            bestEffort(onThrown)(thrown);
        }
    };
}


/***/ }),

/***/ 8599:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Qc: () => (  childEnvironment),
    a5: () => (  isPlatformSecret),
    eh: () => (  isSecretName)
  });
const OWN = /^(?:INPUT|STATE|PRUNE|BASH_FUNC)_/i;
const PLATFORM = /^(?:(?:GITHUB|GH|GITEA|FORGEJO|ACTIONS|RUNNER|CI|SYSTEM|BITBUCKET|CIRCLE|DRONE|BUILDKITE)_(?:.*_)?(?:TOKEN|ACCESSTOKEN|PASSWORD|SECRET|CREDENTIALS?|JWT)(?:_.*)?|ACTIONS_(?:.*_)?URL|CI_REPOSITORY_URL|CI_DEPLOY_USER)$/i;
const SECRET = /(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|JWT|_PAT|_PSW|_PWD|_AUTH|_AUTH_CONFIG)$|_SECRET_/i;
function isPlatformSecret(name) {
    return PLATFORM.test(name) && !/_URL$|_USER$/i.test(name);
}
function isSecretName(name) {
    return SECRET.test(name);
}
function childEnvironment(environment, isIts) {
    const kept = Object.entries(environment).filter((entry) => entry[1] !== undefined &&
        !OWN.test(entry[0]) &&
        !PLATFORM.test(entry[0]) &&
        (!SECRET.test(entry[0]) || isIts(entry[0])));
    return Object.fromEntries(kept);
}


/***/ }),

/***/ 4578:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    U: () => (  count)
  });
function count(number, noun) {
    return `${number} ${number === 1 ? noun : `${noun}s`.replace(/([^aeo])ys$/, "$1ies")}`;
}


/***/ }),

/***/ 3301:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    CV: () => (  cutBeginning),
    T6: () => (  CUT),
    ym: () => (  cutEnd)
  });
const CUT = "…";
function cutEnd(text, most) {
    return text.length > most ? `${text.slice(0, most)}${CUT}` : text;
}
function cutBeginning(text, most) {
    return text.length > most ? `${CUT}${text.slice(-most)}` : text;
}


/***/ }),

/***/ 6846:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Di: () => (  asPruneError),
    Jl: () => (  WrongValueError),
    Pc: () => (  PruneError),
    Ys: () => (  BadInputError),
    i5: () => (  NoAnswerError),
    jA: () => (  UnsureError)
  });
  var _count_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4578);
  var _cut_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3301);


const LONGEST_LINE = 2000;
function shortened(text) {
    if (text.length <= LONGEST_LINE)
        return text;
    return text
        .split("\n")
        .map((line) => (0,_cut_js__WEBPACK_IMPORTED_MODULE_0__  .ym)(line, LONGEST_LINE))
        .join("\n");
}
class PruneError extends Error {
    name = "PruneError";
    nextStep;
    constructor(message, nextStep, options) {
        super(shortened(message.replace(/\n(?! {2})/g, "\\n")), options);
        this.nextStep = shortened(nextStep);
    }
}
function asPruneError(thrown, what) {
    if (thrown instanceof PruneError)
        return thrown;
    return new PruneError(`${what} broke off: ${String(thrown)}`, "Report this as a bug.", { cause: thrown });
}
class WrongValueError extends PruneError {
    name = "WrongValueError";
    plain;
    constructor(message, nextStep, about) {
        super(message, nextStep, about);
        this.plain = about.plain;
    }
}
class BadInputError extends PruneError {
    name = "BadInputError";
    problems;
    constructor(problems) {
        const lines = problems.map(({ setting, message }) => `  ${setting}: ${message}`);
        super(`Bad input (${(0,_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(problems.length, "problem")}):\n${lines.join("\n")}`, "Nothing was read or deleted. Correct what is listed and run again.");
        this.problems = problems;
    }
}
class NoAnswerError extends PruneError {
    name = "NoAnswerError";
    why;
    constructor(why) {
        super(why === "interrupted"
            ? "Interrupted at the question, so nothing was changed"
            : "No answer came to the question, so nothing was changed", why === "interrupted"
            ? "Run again when you are ready."
            : "Run it where somebody can answer, or with --yes to be asked nothing.");
        this.why = why;
    }
}
class UnsureError extends PruneError {
    name = "UnsureError";
}


/***/ }),

/***/ 7005:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    RU: () => (  plainJson),
    h0: () => (  plainLine),
    wh: () => (  plainText)
  });
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_OBEYED = new RegExp(OBEYED, "gu");
const COMMAND = /^(\s*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gim;
function plainText(text) {
    const shown = OBEYED.test(text) ? text.replace(ALL_OBEYED, escaped) : text;
    return shown.includes("::") || shown.includes("##")
        ? shown.replace(COMMAND, (found) => `${found} `)
        : shown;
}
function plainLine(text) {
    return plainText(text.replaceAll("\n", "\\u000a"));
}
function plainJson(json) {
    const shown = json.includes("##") ? json.replace(COMMAND, inJson) : json;
    return OBEYED.test(shown) ? shown.replace(ALL_OBEYED, inJson) : shown;
}
function inJson(characters) {
    const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function escaped(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}


/***/ }),

/***/ 2691:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $N: () => (  codeOf),
    fG: () => (  whyRefused),
    kN: () => (  isNotThere)
  });
const NOT_ALLOWED = "this user may not do that";
const REASONS = {
    EACCES: NOT_ALLOWED,
    EPERM: NOT_ALLOWED,
    EROFS: "the disk is mounted read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "this user's share of the disk is used up",
    EFBIG: "it would grow larger than this user's files may",
    EISDIR: "it is a folder",
    ENOENT: "it is not there",
    ENOTDIR: "a part of its path is no folder",
    EIO: "the disk failed",
};
function codeOf(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    return typeof code === "string" ? code : "";
}
function whyRefused(error) {
    const code = codeOf(error);
    if (code === "")
        return error instanceof Error ? error.message : String(error);
    return REASONS[code] ?? `the system said ${code}`;
}
function isNotThere(error) {
    return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}


/***/ }),

/***/ 3795:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Mx: () => (  withoutEnd),
    Yy: () => (  UNFILLED),
    n4: () => (  isUnexpanded)
  });
const WRAPPED = /^(?:\$+\{[\s{!#]*[a-z_][^]*\}|\$+\([\s</.~]*[a-z_][^]*\)|\$+\[\s*[a-z_][^]*\]|\{\{[\s.$-]*[a-z_][^]*\}\}|%[a-z_][\w.()]*%|`[a-z_./~][^`]*`)$/i;
const BEGUN = /^\$\{\{/;
const NAMED = /^\$+(?:[A-Z_][A-Z0-9_]+|[Ee]nv:\w+)$/;
const TOLD = /^\$+[a-z_]*(?:pass|pwd|secret|token|user|login|cred|auth)[a-z_]*$/i;
const NVIDIA = "$oauthtoken";
function isUnexpanded(text) {
    const bare = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
    return bare !== NVIDIA && [WRAPPED, BEGUN, NAMED, TOLD].some((form) => form.test(bare));
}
const UNFILLED = "a variable that nothing has filled in; single quotes keep a shell from doing so, and some CIs give a variable to protected branches alone: write it where it is filled in";
function withoutEnd(secret) {
    return secret.replace(/[\0\r\n]+$/, "");
}


/***/ }),

/***/ 1404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    F8: () => (  groupOf),
    GM: () => (  compareGroups),
    I8: () => (  nameOfGroup),
    Qz: () => (  EVERYTHING),
    l4: () => (  GROUP_KEYS)
  });
  var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3977);
  var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8420);


const OTHERS = "other names";
function groupOf(name, keys, sort = "semver") {
    const version = name.kind === "version" ? versionPart(name.version.numbers, keys) : undefined;
    const isByVersion = sort === "semver" || sort === "prerelease";
    const channel = channelPart(name, keys) ?? (isByVersion ? wordOf(name) : undefined);
    return { version, channel };
}
function channelPart(name, keys) {
    if (name.kind === "label")
        return bySuffix(keys) || keys.includes("channel") ? name.channel : undefined;
    if (name.kind !== "version")
        return undefined;
    if (!bySuffix(keys))
        return keys.includes("channel") ? name.channel : undefined;
    if (name.suffix === "")
        return name.channel;
    const word = wordOf(name);
    return word === undefined ? name.suffix : `${word}:${name.suffix}`;
}
function wordOf(name) {
    return name.kind === "version" ? name.word?.toLowerCase() : undefined;
}
function bySuffix(keys) {
    return keys.includes("suffix");
}
function versionPart(numbers, keys) {
    const [major = "0", minor = "0", patch = "0"] = numbers;
    if (keys.includes("patch"))
        return `${major}.${minor}.${patch}`;
    if (keys.includes("minor"))
        return `${major}.${minor}.x`;
    return keys.includes("major") ? `${major}.x` : undefined;
}
function nameOfGroup({ version, channel }, keys) {
    if (version !== undefined && channel !== undefined)
        return `${version} ${channel}`;
    return version ?? channel ?? (keys.length === 0 ? EVERYTHING : OTHERS);
}
function compareGroups(a, b) {
    return compareVersions(a.version, b.version) || compareChannels(a.channel, b.channel);
}
function compareVersions(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_0__  .dk)(b, a);
}
function compareChannels(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || b === undefined)
        return a === undefined ? 1 : -1;
    if (a === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2 || b === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2)
        return a === _version_js__WEBPACK_IMPORTED_MODULE_1__  .g2 ? -1 : 1;
    return a < b ? -1 : 1;
}
const GROUP_KEYS = [
    "channel",
    "suffix",
    "major",
    "minor",
    "patch",
];
const EVERYTHING = "all";


/***/ }),

/***/ 3645:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Dd: () => (  isTicket),
    GV: () => (  BEFORE),
    KJ: () => (  isArchitecture),
    XU: () => (  FINAL),
    cT: () => (  COUNTERS),
    vz: () => (  AFTER)
  });
const ARCHITECTURE = /^(?:arm(?:32|64)?(?:[_-]?v\d+[a-z]*)?|armhf|armel|aarch64(?:_be)?|(?:amd64|x86[_-]64)(?:[_-]?v\d)?|x86|x64|i[3-6]86|ppc64(?:le|el)?|s390x|riscv(?:32|64)|mips(?:64)?(?:le|el)?|loong(?:arch)?64|win(?:32|64))$/i;
function isArchitecture(piece) {
    return /\d/.test(piece) ? ARCHITECTURE.test(piece) : /^arm(?:hf|el)?$/i.test(piece);
}
const BEFORE = new Set("alpha beta a b rc cr c m pre preview prerelease dev snapshot nightly ea canary milestone next".split(" "));
const AFTER = new Set("r p post patch hotfix security sp".split(" "));
const FINAL = new Set(["final", "ga", "release"]);
const COUNTERS = new Set([
    ...BEFORE,
    ...AFTER,
    ...FINAL,
    ..."build ci main master develop trunk test int stage prod run job rev version ver v".split(" "),
]);
function isTicket(piece) {
    const project = /^(?<project>[A-Z][A-Z0-9]+)-\d+$/.exec(piece)?.groups?.["project"];
    if (project === undefined)
        return false;
    return !COUNTERS.has(project.replace(/\d+$/, "").toLowerCase()) && !isArchitecture(project);
}


/***/ }),

/***/ 3977:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


__nccwpck_require__.d(__webpack_exports__, {
  mX: () => (  SORTS),
  oN: () => (  byVersion),
  _y: () => (  comparatorOf),
  G8: () => (  compareCounts),
  dk: () => (  compareNatural),
  S$: () => (  compareNumbers),
  cX: () => (  comparePrecedence),
  lF: () => (  compareTagsNewestFirst),
  _f: () => (  compareTokens)
});


var tokens = __nccwpck_require__(6724);
; 

function withoutHashes(neighbours) {
    const known = new Set(neighbours.flatMap((tag) => piecesIn(tag).flatMap(({ piece, key }) => ((0,tokens .EX)(piece) ? [key] : []))));
    const names = new Map();
    return (tag) => {
        const name = names.get(tag) ?? hashless(tag, known);
        names.set(tag, name);
        return name;
    };
}
function hashless(tag, known) {
    const pieces = piecesIn(tag);
    if (pieces.length === 0)
        return tag.toLowerCase();
    const isHash = ({ piece, key }) => (0,tokens .EX)(piece) || ((0,tokens .JD)(piece) && known.has(key));
    return pieces
        .map((each, index) => {
        if (!isHash(each))
            return `${each.separator}${each.piece}`;
        return index === pieces.length - 1 ? "" : each.separator;
    })
        .join("");
}
function piecesIn(tag) {
    const folded = tag.toLowerCase();
    if (!/[0-9a-f]{7}/.test(folded))
        return [];
    let before = "";
    return [...folded.matchAll(/([^0-9a-z]*)([0-9a-z]+)/g)].map(([, separator = "", piece = ""]) => {
        const place = `${before}${separator}`;
        before = place + ((0,tokens .EX)(piece) || (0,tokens .JD)(piece) ? "0" : piece.replaceAll(/\d+/g, "0"));
        return { piece, separator, key: `${place} ${(0,tokens .Hx)(piece)}` };
    });
}

; 


const SORTS = ["semver", "prerelease", "natural", "created"];
function comparePrecedence(a, b) {
    return (compareNumbers(a.numbers, b.numbers) ||
        comparePrereleases(a.prerelease, b.prerelease) ||
        compareTokens(a.build, b.build));
}
function compareNumbers(a, b) {
    for (let index = 0; index < a.length || index < b.length; index += 1) {
        const order = compareDigits(a[index] ?? "0", b[index] ?? "0");
        if (order !== 0)
            return order;
    }
    return 0;
}
function comparePrereleases(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    return compareTokens(a, b);
}
function compareTokens(a, b) {
    for (let index = 0; index < a.length || index < b.length; index += 1) {
        const [x = tokens .v9, y = tokens .v9] = [a[index], b[index]];
        if (x === y)
            continue;
        const order = levelOf(x) - levelOf(y) || ((0,tokens .Et)(x) ? compareDigits(x, y) : compareBytes(x, y));
        if (order !== 0)
            return order;
    }
    return 0;
}
function levelOf(token) {
    if (token === tokens .v9)
        return 0;
    return (0,tokens .Et)(token) ? 1 : 2;
}
function compareNatural(a, b) {
    const start = runOfDifference(a, b);
    return compareLists(runs(a.slice(start)), runs(b.slice(start)), compareRuns);
}
function runOfDifference(a, b) {
    let start = 0;
    for (let index = 0; index < a.length && a[index] === b[index]; index += 1) {
        if (endsRun(a, index) && endsRun(b, index))
            start = index + 1;
    }
    return start;
}
function endsRun(text, index) {
    return isDigit(text, index) !== isDigit(text, index + 1);
}
function runs(text) {
    return text.match(/\d+|\D+/g) ?? [];
}
function compareRuns(a, b) {
    if (isDigits(a) && isDigits(b))
        return compareDigits(a, b);
    return Number(isDigits(b)) - Number(isDigits(a)) || compareBytes(a, b);
}
function compareDigits(a, b) {
    const [x, y] = [withoutZeros(a), withoutZeros(b)];
    return x.length - y.length || compareBytes(x, y);
}
function withoutZeros(digits) {
    return digits.startsWith("0") ? digits.replace(/^0+/, "") : digits;
}
function compareBytes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function isDigits(text) {
    for (let index = 0; index < text.length; index += 1)
        if (!isDigit(text, index))
            return false;
    return text !== "";
}
function isDigit(text, index) {
    const code = text.charCodeAt(index);
    return code >= 48 && code <= 57;
}
function compareLists(a, b, compare) {
    for (let index = 0; index < a.length; index += 1) {
        const [x, y] = [a[index], b[index]];
        if (x === undefined || y === undefined)
            return 1;
        const order = compare(x, y);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareTagsNewestFirst(a, b) {
    return compareNatural(b, a) || compareBytes(b, a);
}
function compareBySemver(a, b) {
    return byVersion(b, a, comparePrecedence);
}
function compareByPrerelease(a, b) {
    return compareCounts(a, b) || compareBySemver(a, b);
}
function compareCounts(a, b) {
    return compareLists(numbersOf(b.name), numbersOf(a.name), compareDigits);
}
function compareByCreated(a, b) {
    return compareDates(b.created, a.created);
}
function byName(neighbours) {
    const nameOf = withoutHashes(neighbours);
    return (a, b) => compareNatural(nameOf(b.tag), nameOf(a.tag));
}
function byVersion(a, b, compare) {
    if (a.name.kind === "version" && b.name.kind === "version")
        return compare(a.name.version, b.name.version);
    return Number(a.name.kind === "version") - Number(b.name.kind === "version");
}
function numbersOf(name) {
    return name.kind === "version" || name.kind === "label" ? name.numbers : [];
}
function compareDates(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return a - b;
}
function comparatorOf(sort, neighbours = []) {
    switch (sort) {
        case "semver":
            return compareBySemver;
        case "prerelease":
            return compareByPrerelease;
        case "natural":
            return byName(neighbours);
        case "created":
            return compareByCreated;
    }
}


/***/ }),

/***/ 1033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Bc: () => (  isDigest),
    F2: () => (  parseReference),
    HM: () => (  isPathOf),
    SU: () => (  parseRepository),
    Vx: () => (  isOnDockerHub),
    dz: () => (  isTag),
    en: () => (  isRepositoryName),
    jU: () => (  isHost),
    mQ: () => (  splitReference),
    r4: () => (  underItsHubName),
    ve: () => (  isSameRepository)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);

function isSameRepository(a, b) {
    return a.host === b.host && a.repository === b.repository;
}
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
const SHA256_LENGTH = "sha256:".length + 64;
const MAX_REPOSITORY = 255;
function isTag(text) {
    return TAG.test(text);
}
function isDigest(text) {
    if (text.length === SHA256_LENGTH && SHA256.test(text))
        return true;
    if (!DIGEST.test(text))
        return false;
    const [algorithm, hex = ""] = text.split(":");
    if (algorithm === "sha256")
        return false;
    if (algorithm === "sha512")
        return /^[0-9a-f]{128}$/.test(hex);
    return true;
}
function isHost(text) {
    return HOST.test(text);
}
const DOCKER_HUB_HOSTS = [
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
    "registry.hub.docker.com",
];
function parseReference(text) {
    const { scheme, host, path } = splitReference(text);
    const { repository, tag, digest } = splitPath(text, path);
    return {
        ...(scheme === undefined ? {} : { scheme }),
        host: host.toLowerCase(),
        repository: checkedRepository(text, repository),
        ...(tag === undefined ? {} : { tag: checkedTag(text, tag) }),
        ...(digest === undefined ? {} : { digest: checkedDigest(text, digest) }),
    };
}
function parseRepository(text) {
    const { host, repository, tag, digest } = parseReference(`https://${text}`);
    if (`${host}/${repository}` === text && tag === undefined && digest === undefined) {
        return { host, repository };
    }
    throw invalid(text, "it is not host/repository");
}
function splitReference(text) {
    const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    const { host, path } = splitHost(scheme === undefined ? text : text.slice(scheme.length + 3), scheme);
    return { ...(scheme === "http" || scheme === "https" ? { scheme } : {}), host, path };
}
function splitHost(rest, scheme) {
    const slash = rest.indexOf("/");
    const first = slash === -1 ? rest : rest.slice(0, slash);
    const names = scheme !== undefined || (slash !== -1 && (/[.:]/.test(first) || first === "localhost"));
    if (!names) {
        if (slash === -1 && isHostAlone(rest))
            throw invalid(rest, NO_REPOSITORY);
        return { host: "docker.io", path: rest };
    }
    if (first.includes("@")) {
        throw invalid("a reference", "it holds a user name or password; give those as username and password");
    }
    if (!isHost(first))
        throw invalid(rest, `"${first}" is not a host; write host[:port]/repository[:tag]`);
    return { host: first, path: slash === -1 ? "" : rest.slice(slash + 1) };
}
const NO_REPOSITORY = "it names no repository; write host[:port]/repository[:tag]";
function isHostAlone(text) {
    return /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+)(?::\d{1,5})?$/i.test(text);
}
function splitPath(text, path) {
    const at = path.indexOf("@");
    const digest = at === -1 ? undefined : path.slice(at + 1);
    const name = at === -1 ? path : path.slice(0, at);
    const colon = name.lastIndexOf(":");
    const tag = colon === -1 || name.includes("/", colon) ? undefined : name.slice(colon + 1);
    const repository = tag === undefined ? name : name.slice(0, colon);
    if (repository === "")
        throw invalid(text, NO_REPOSITORY);
    return {
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
function isRepositoryName(text) {
    return REPOSITORY.test(text) && text.length <= MAX_REPOSITORY;
}
function checkedRepository(text, repository) {
    if (isRepositoryName(repository))
        return repository;
    if (repository !== repository.toLowerCase()) {
        throw invalid(text, `a repository is lower case; write "${repository.toLowerCase()}"`);
    }
    throw invalid(text, `"${repository}" is not a repository; write host[:port]/repository[:tag]`);
}
function checkedTag(text, tag) {
    if (isTag(tag))
        return tag;
    throw invalid(text, `"${tag}" is not a tag; a tag is up to 128 letters, digits, "_", "." and "-"`);
}
function checkedDigest(text, digest) {
    if (isDigest(digest))
        return digest;
    throw invalid(text, `"${digest}" is not a digest; write sha256: and 64 hex digits, in lower case`);
}
function invalid(text, why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`"${text}" is not an image reference: ${why}`, "Correct the reference.");
}
const DOCKER_HUB_HOST = "docker.io";
const OFFICIAL = "library";
function isOnDockerHub(host) {
    return DOCKER_HUB_HOSTS.includes(host);
}
function underItsHubName(place) {
    if (!isOnDockerHub(place.host))
        return place;
    const named = { ...place, host: DOCKER_HUB_HOST };
    const official = `${OFFICIAL}/${place.repository ?? ""}`;
    const isShort = place.repository?.includes("/") === false && isRepositoryName(official);
    return isShort ? { ...named, repository: official } : named;
}
function isPathOf(path, repository) {
    return path.endsWith(`/${repository}`) || `${DOCKER_HUB_HOST}/${repository}` === withNamespace(path);
}
function withNamespace(path) {
    return path.replace(/^docker\.io\/([^/]+)$/, `${DOCKER_HUB_HOST}/${OFFICIAL}/$1`);
}


/***/ }),

/***/ 6724:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    EX: () => (  isCommitHash),
    Et: () => (  isNumber),
    Hx: () => (  hashLength),
    JD: () => (  mayBeHash),
    Xe: () => (  piecesOf),
    dK: () => (  isHidden),
    k8: () => (  tokensOf),
    v9: () => (  HASH)
  });
  var _name_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3645);

const HASH = "";
const PIECES = /(?:x86[_-]64(?:[_-]?v\d)?|(?:arm(?:32|64)?|amd64)[_-]v\d+[a-z]*|[A-Z][A-Z0-9]+-\d+)(?![0-9A-Za-z])|[0-9A-Za-z]+/gi;
function piecesOf(text) {
    const pieces = text.match(PIECES) ?? [];
    if (!pieces.some((piece) => piece.includes("-")))
        return pieces;
    return pieces.flatMap((piece) => !piece.includes("-") || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .KJ)(piece) || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .Dd)(piece) ? [piece] : piece.split("-"));
}
const NOTHING = { tokens: [], words: [], isDescribed: false, rest: "", hashes: [] };
function tokensOf(text, first = 0, hidden) {
    if (text === "")
        return NOTHING;
    const tokens = [];
    const words = [];
    const hashes = [];
    let [isDescribed, rest] = [false, text];
    piecesOf(text).forEach((piece, index) => {
        const place = index + first;
        const isCounted = endsDescribed(text, piece);
        if (isCounted || isCommitHash(piece) || isHidden(piece, place, hidden)) {
            isDescribed ||= isCounted;
            tokens.push(HASH);
            hashes.push({ place, length: hashLength(piece) });
            rest = rest.replace(new RegExp(`(^|[._-])${piece}(?![0-9A-Za-z])`), "");
            return;
        }
        const [runs, word] = readPiece(piece);
        tokens.push(...runs);
        words.push(...word);
    });
    return { tokens, words, isDescribed, rest: rest.replace(/^[._-]+/, ""), hashes };
}
function readPiece(piece) {
    const folded = piece.toLowerCase();
    if (isOneRun(piece))
        return [[folded], isNumber(folded) ? [] : [folded]];
    if ((0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .KJ)(piece) || (0,_name_words_js__WEBPACK_IMPORTED_MODULE_0__  .Dd)(piece))
        return [[folded], [folded]];
    return [folded.match(/\d+|[a-z]+/g) ?? [], [folded.replaceAll(/\d+/g, "")]];
}
function isOneRun(piece) {
    return /^(?:\d+|[A-Za-z]+)$/.test(piece);
}
function endsDescribed(text, hash) {
    if (hash.length < 8 || !/^g[0-9a-f]{7,40}$/.test(hash))
        return false;
    const at = text.indexOf(`-${hash}`);
    return at >= 0 && /(?:^|-)\d+$/.test(text.slice(0, at));
}
function isCommitHash(text) {
    return text.length >= 7 && /^g?[0-9a-f]{7,40}$/i.test(text) && /[a-z]/i.test(text) && /\d/.test(text);
}
function hashLength(hash) {
    return /^g/i.test(hash) ? hash.length - 1 : hash.length;
}
function mayBeHash(piece) {
    return /^(?:\d{7,40}|[a-f]{7,40})$/i.test(piece);
}
function isHidden(piece, place, hidden) {
    return hidden?.has(place) === true && mayBeHash(piece);
}
function isNumber(token) {
    const code = token.charCodeAt(0);
    return code >= 48 && code <= 57;
}


/***/ }),

/***/ 8420:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


__nccwpck_require__.d(__webpack_exports__, {
  g2: () => (  RELEASE),
  Ig: () => (  isNewlyRead),
  V1: () => (  isPrerelease),
  n1: () => (  nameReader),
  UF: () => (  readTagName),
  et: () => (  subjectOf)
});

var parse = __nccwpck_require__(5797);
var name_words = __nccwpck_require__(3645);
var reference = __nccwpck_require__(1033);
var tokens = __nccwpck_require__(6724);
; 
const OTHER = { name: { kind: "other" }, hashes: [] };

; 



function readLabel(tag, hidden) {
    if (!/^[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)+$/.test(tag))
        return undefined;
    const pieces = tag.split(/[._-]/);
    const place = (0,tokens .Xe)(tag).length - 1;
    const last = pieces.at(-1) ?? "";
    const hasHash = (0,tokens .EX)(last) || (0,tokens .dK)(last, place, hidden);
    const counted = hasHash ? pieces.slice(0, -1) : pieces;
    const hashes = hasHash ? [{ place, length: (0,tokens .Hx)(last) }] : [];
    const [before, number] = [counted.slice(0, -1), counted.at(-1) ?? ""];
    const label = tag.slice(0, before.join("-").length).toLowerCase();
    if (before.some(tokens .EX))
        return undefined;
    if (hasHash && !/^\d+$/.test(number))
        return { ...OTHER, channel: counted.join("-").toLowerCase(), hashes };
    if (!isCount(tag, { number, before, hasHash }))
        return undefined;
    return { name: { kind: "label", channel: label, numbers: [number] }, channel: label, hashes };
}
function isCount(tag, { number, before, hasHash }) {
    if (!/^\d+$/.test(number) || (0,name_words .Dd)(`${before.at(-1) ?? ""}-${number}`))
        return false;
    if (hasHash)
        return before.some((piece) => /[A-Za-z]/.test(piece));
    return before.length > 0 && before.every((piece) => /^[A-Za-z]/.test(piece)) && !/\d\.\d+$/.test(tag);
}

; 






const VERSION = /^[vV]?(\d+(?:\.\d+){2,})((?:[._-]|(?=[A-Za-z]))[0-9A-Za-z._-]*)?$/;
const MALFORMED = /[._][._]|-_|[._]$/;
const BEHIND_A_WORD = /^([A-Za-z][0-9A-Za-z]*(?:[._-][0-9A-Za-z]+)*?)[._-]([vV]?\d+\.\d+\.\d+(?![0-9]).*)$/;
const IN_ARCHITECTURE = /(?<=x86)_(?=64)|(?<=arm(?:32|64)?|amd64|x86[_-]64)_(?=v\d)/gi;
const REFERRER = /^sha256-(?<hex>[0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;
const RELEASE = "release";
function readTagName(tag) {
    return read(tag).name;
}
function nameReader(tags) {
    const known = new Set();
    for (const tag of tags) {
        if (!/[0-9a-f]{7}/i.test(tag))
            continue;
        const reading = read(tag);
        for (const hash of reading.hashes)
            known.add(keyOf(reading, hash));
    }
    return known.size === 0 ? readTagName : (tag) => withHiddenHashes(tag, known) ?? readTagName(tag);
}
function keyOf({ name, channel = "" }, { place, length }) {
    return `${name.kind} ${channel} ${place} ${length}`;
}
function withHiddenHashes(tag, known) {
    const pieces = (0,tokens .Xe)(tag);
    if (!pieces.some(tokens .JD))
        return undefined;
    let found;
    let hidden = new Set();
    for (let index = 0; index <= pieces.length; index += 1) {
        const tried = new Set([...hidden, index]);
        const reading = read(tag, tried);
        const hash = reading.hashes.find(({ place }) => place === index);
        if (hash === undefined || !known.has(keyOf(reading, hash)))
            continue;
        [found, hidden] = [reading, tried];
    }
    return found?.name;
}
function read(tag, hidden) {
    const subject = subjectOf(tag);
    if (subject !== undefined)
        return { name: { kind: "referrer", subject }, hashes: [] };
    return readVersion(tag, { hidden }) ?? readBehindWord(tag, hidden) ?? readLabel(tag, hidden) ?? OTHER;
}
function subjectOf(tag) {
    if (!tag.startsWith("sha256-"))
        return undefined;
    const hex = REFERRER.exec(tag)?.groups?.["hex"];
    const subject = `sha256:${hex ?? ""}`;
    return hex !== undefined && (0,reference .Bc)(subject) ? subject : undefined;
}
function isPrerelease({ prerelease }) {
    return prerelease.length > 0 && !name_words .XU.has(prerelease[0] ?? "");
}
function isNewlyRead(tag) {
    return /^[vV]?\d+\.\d+\.\d+\./.test(tag);
}
function readVersion(text, { hidden, word }) {
    const [whole, digits = "", behind = ""] = VERSION.exec(text) ?? [];
    if (whole === undefined || isMalformed(behind))
        return undefined;
    const split = withoutGluedHash(digits.split("."), behind);
    if (split === undefined)
        return undefined;
    const first = (word === undefined ? 0 : (0,tokens .Xe)(word).length) + split.numbers.length;
    const version = readBehind(split.behind, { first, hidden });
    const { prerelease, build, isDescribed } = version;
    const channel = `${word === undefined ? "" : `${word.toLowerCase()}:`}${version.channel}`;
    return {
        channel,
        name: {
            kind: "version",
            version: {
                numbers: canonical(split.numbers),
                prerelease,
                build,
                isAhead: isDescribed && (0,tokens .Et)(prerelease[0] ?? ""),
                isLettered: /^[A-Za-z](?![0-9A-Za-z])/.test(split.behind),
            },
            ...(word === undefined ? {} : { word }),
            channel,
            suffix: version.suffix,
            numbers: [...prerelease, ...build].filter(tokens .Et),
        },
        hashes: version.hashes,
    };
}
function isMalformed(behind) {
    return MALFORMED.test(behind) || (behind !== "" && !/[0-9A-Za-z]/.test(behind));
}
function withoutGluedHash(numbers, behind) {
    const head = /^[0-9A-Za-z]+/.exec(behind)?.[0] ?? "";
    const last = numbers.at(-1) ?? "";
    if (head === "" || !((0,tokens .EX)(head) || (0,tokens .EX)(last + head)))
        return { numbers, behind };
    return numbers.length > 3 ? { numbers: numbers.slice(0, -1), behind: `.${last}${behind}` } : undefined;
}
const BARE = {
    prerelease: [],
    build: [],
    channel: RELEASE,
    suffix: "",
    isDescribed: false,
    hashes: [],
};
function readBehind(behind, { first, hidden }) {
    if (behind === "")
        return BARE;
    const at = behind.includes("_") ? behind.replaceAll(IN_ARCHITECTURE, "-").indexOf("_") : -1;
    const [dashed, plus] = at < 0 ? [behind, ""] : [behind.slice(0, at), behind.slice(at)];
    const prerelease = (0,tokens .k8)(dashed, first, hidden);
    const build = (0,tokens .k8)(plus, first + (0,tokens .Xe)(dashed).length, hidden);
    const words = [...prerelease.words, ...build.words];
    const isBuild = words.length === 0 || prerelease.isDescribed || (plus !== "" && build.words.length === 0);
    const channel = [...words, ...(isBuild ? ["build"] : [])].join("-");
    return {
        prerelease: prerelease.tokens,
        build: build.tokens,
        channel: channel === RELEASE ? `-${RELEASE}` : channel,
        suffix: [prerelease.rest, build.rest].filter((rest) => rest !== "").join("_"),
        isDescribed: prerelease.isDescribed,
        hashes: [...prerelease.hashes, ...build.hashes],
    };
}
function canonical(numbers) {
    const parsed = numbers.length === 3 ? parse(numbers.join(".")) : null;
    if (parsed !== null)
        return [parsed.major, parsed.minor, parsed.patch].map(String);
    return numbers.map((digits) => digits.replace(/^0+(?=\d)/, ""));
}
function readBehindWord(tag, hidden) {
    const [, word, text] = BEHIND_A_WORD.exec(tag) ?? [];
    if (word === undefined || text === undefined || (0,tokens .Xe)(word).some(tokens .EX))
        return undefined;
    return readVersion(text, { hidden, word });
}


/***/ }),

/***/ 6829:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    f: () => (  settingsOf),
    u: () => (  learnSecrets)
  });
  var _core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8599);
  var _core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3795);


function settingsOf(environment, token) {
    const api = environment["GITHUB_API_URL"] ?? "";
    return {
        ...(api === "" ? {} : { "github-api-url": api }),
        ...(token === undefined || token === "" ? {} : { "github-token": token }),
    };
}
const SHORTEST_TOKEN = 8;
function learnSecrets({ add, addFrom }, { secrets, settings, environment }) {
    for (const secret of secrets)
        add((0,_core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_0__  .Mx)(secret ?? ""));
    for (const text of Object.values(settings))
        addFrom(text);
    for (const [name, value = ""] of Object.entries(environment)) {
        addFrom(value);
        if ((0,_core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_1__  .a5)(name) && value.length >= SHORTEST_TOKEN)
            add(value);
    }
}


/***/ }),

/***/ 5604:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    d: () => (  guardOutput),
    e: () => (  droppedLines)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4578);
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2810);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2691);




const GONE = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);
const MOST_KEPT = 32 * 1024 * 1024;
const LOOK_MS = 50;
const PATIENCE_MS = 10_000;
function guardOutput(stream, tellers) {
    const { onLost, describeDropped, mostKept = MOST_KEPT } = tellers;
    const write = stream.write.bind(stream);
    const tellOnce = (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_2__  .z)(onLost);
    const lost = { isTold: false, isGone: false };
    let dropped;
    const lose = (error) => {
        if (GONE.has((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error))) {
            lost.isGone = true;
        }
        else if (!lost.isTold) {
            lost.isTold = true;
            tellOnce(error);
        }
    };
    const guarded = (...args) => {
        if (dropped !== undefined || stream.writableLength > mostKept) {
            dropped = (dropped ?? 0) + linesOf(args[0]);
            return true;
        }
        try {
            return write(...args);
        }
        catch (error) {
            lose(error);
            return true;
        }
    };
    stream.on("error", lose);
    stream.on("drain", () => {
        const lines = dropped ?? 0;
        dropped = undefined;
        if (lines > 0)
            guarded(describeDropped(lines));
    });
    Object.defineProperty(stream, "write", { value: guarded, configurable: true, writable: true });
    return watched(stream, () => !lost.isGone && !stream.destroyed);
}
function watched(stream, isThere) {
    const isWaiting = () => isThere() && stream.writableLength > 0;
    return {
        isWaiting,
        taken: async (patience = PATIENCE_MS) => {
            let left = stream.writableLength;
            let since = performance.now();
            while (isWaiting() && performance.now() - since < patience) {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_MS);
                if (stream.writableLength < left)
                    since = performance.now();
                left = stream.writableLength;
            }
            return isThere() && stream.writableLength === 0;
        },
    };
}
function droppedLines(lines) {
    return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(lines, "line")} of the log ${lines === 1 ? "was" : "were"} dropped here, because nobody read them.`;
}
function linesOf(chunk) {
    return String(chunk).split("\n").length - 1;
}


/***/ }),

/***/ 2837:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    w: () => (  guardEnds)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
  var node_tty__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7066);
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2810);
  var _core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7005);
  var _guarded_output_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5604);





function guardEnds({ tellBug, describeDropped }) {
    const terminals = [0, 1, 2].filter((descriptor) => (0,node_tty__WEBPACK_IMPORTED_MODULE_1__.isatty)(descriptor));
    const stderr = (0,_guarded_output_js__WEBPACK_IMPORTED_MODULE_3__  .d)(process.stderr, { onLost: () => undefined, describeDropped });
    const stdout = (0,_guarded_output_js__WEBPACK_IMPORTED_MODULE_3__  .d)(process.stdout, {
        onLost: (error) => process.stderr.write(`Warning: not all output could be written: ${(0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_2__  .wh)(String(error))}\n`),
        describeDropped,
    });
    [process.stdout, process.stderr].filter(({ isTTY }) => isTTY).forEach(neverWait);
    let isBroken = false;
    process.on("uncaughtException", (thrown) => {
        if (!isBroken)
            (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_4__  .z)(tellBug)(thrown);
        isBroken = true;
        if (process.listenerCount("uncaughtException") === 1)
            process.exit(1);
    });
    process.on("exit", () => {
        if (isBroken)
            process.exitCode = 1;
        for (const descriptor of terminals)
            if (!(0,node_tty__WEBPACK_IMPORTED_MODULE_1__.isatty)(descriptor))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    });
    return {
        stdout,
        stderr,
        end: async ({ isAnswered }) => {
            if (terminals.length > 0)
                return;
            if (isAnswered)
                await stdout.taken(Infinity);
            await Promise.all([stdout.taken(), stderr.taken()]);
            if (stdout.isWaiting() || stderr.isWaiting())
                process.exit();
        },
    };
}
function neverWait(stream) {
    const handle = Reflect.get(stream, "_handle");
    if (typeof handle !== "object" || handle === null || !("setBlocking" in handle))
        return;
    const { setBlocking } = handle;
    if (typeof setBlocking !== "function")
        return;
    try {
        if (process.platform === "linux") {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(`/proc/self/fd/${stream.fd}`, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK);
        }
    }
    catch {
        return;
    }
    Reflect.apply(setBlocking, handle, [false]);
}


/***/ }),

/***/ 8602:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (  createOutlet)
});

var plain_text = __nccwpck_require__(7005);
var cut = __nccwpck_require__(3301);
; 
const USER_INFO = /(:\/\/)([^\s/?#@"'<>`]+)@/g;
const SHOWN = /((?::|&#58;)\/\/)(?:[^\s/?#@"'<>`]|&#\d+;)+?(@|&#64;)/g;
const WRITTEN = /(?:^|[\s=,;"'(]|:\/\/)([^\s:@/"',;()]+):(?!\/\/)([^\s@"']+)@(?!sha\d+:)/g;
const SHORTEST_TOKEN = 12;
function passwordsIn(text) {
    if (!text.includes("@"))
        return [];
    const strict = [...text.matchAll(USER_INFO)].flatMap(([, , info = ""]) => secretsOf(info));
    const written = [...text.matchAll(WRITTEN)].flatMap(([, user = "", password = ""]) => /^\d+\//.test(password) ? [] : secretsOf(`${user}:${password}`));
    return [...new Set([...strict, ...written])];
}
function secretsOf(info) {
    const colon = info.indexOf(":");
    const password = colon === -1 ? info : info.slice(colon + 1);
    if (colon === -1 && password.length < SHORTEST_TOKEN)
        return [];
    const plain = [info, decoded(info)].map((each) => Buffer.from(each).toString("base64"));
    return [password, decoded(password), ...(colon === -1 ? [] : plain)];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function withoutUserInfo(text, instead) {
    return text.includes("//") ? text.replace(SHOWN, `$1${instead}$2`) : text;
}

; 


const SHORTEST = 4;
const SHORTEST_PIECE = 6;
const STARS = "***";
function createRedactor(onSecret = () => undefined, inMarkdown = (text) => text) {
    const secrets = new Set();
    let forms = [];
    const add = (secret) => {
        if (secrets.has(secret) || secret === "")
            return;
        secrets.add(secret);
        onSecret(secret);
        const all = new Set([...forms, ...formsOf(secret), ...formsOf(inMarkdown(secret))]);
        forms = [...all].sort((a, b) => b.length - a.length);
    };
    return {
        add,
        addFrom: (text) => {
            for (const secret of passwordsIn(text))
                add(secret);
        },
        redact(text) {
            const clean = forms.reduce((rest, form) => rest.replaceAll(form, STARS), text);
            return withoutUserInfo(withoutTorn(clean, forms), STARS);
        },
    };
}
function formsOf(secret) {
    if (secret.length < SHORTEST)
        return [];
    const bytes = Buffer.from(secret);
    const inAddress = safely(encodeURIComponent, secret);
    const plain = [
        secret,
        secret.trim(),
        ...secret.split(/[\r\n]+/),
        secret.replace(/[\u0000-\u001f\u007f]+/g, " "),
        JSON.stringify(secret).slice(1, -1),
        inAddress,
        inAddress.replace(/%../g, (code) => code.toLowerCase()),
        inAddress.replaceAll("%20", "+"),
        new URLSearchParams([["", secret]]).toString().slice(1),
    ];
    const encoded = ["base64", "base64url"].flatMap((encoding) => inBase64(bytes, encoding));
    return [...plain.filter(({ length }) => length >= SHORTEST), ...encoded];
}
function inBase64(bytes, encoding) {
    const pieces = [0, 1, 2].map((shift) => {
        const text = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString(encoding)
            .replace(/=+$/, "");
        const isEven = (shift + bytes.length) % 3 === 0;
        return text.slice(shift === 0 ? 0 : shift + 1, isEven ? undefined : -1);
    });
    return [bytes.toString(encoding), ...pieces].filter(({ length }) => length >= SHORTEST_PIECE);
}
function safely(encode, text) {
    try {
        return encode(text);
    }
    catch {
        return text;
    }
}
function withoutTorn(text, forms) {
    if (!text.includes(cut .T6))
        return text;
    const parts = text.split(cut .T6);
    const last = parts.length - 1;
    return parts
        .map((part, index) => (index < last ? withoutEnd(part, forms) : part))
        .map((part, index) => (index > 0 ? withoutBeginning(part, forms) : part))
        .join(cut .T6);
}
function withoutEnd(text, forms) {
    const torn = longest(forms, (form, length) => text.endsWith(form.slice(0, length)));
    return torn === 0 ? text : `${text.slice(0, -torn)}${STARS}`;
}
function withoutBeginning(text, forms) {
    const torn = longest(forms, (form, length) => text.startsWith(form.slice(-length)));
    return torn === 0 ? text : `${STARS}${text.slice(torn)}`;
}
function longest(forms, isThere) {
    return forms.reduce((most, form) => {
        for (let length = form.length - 1; length > most && length >= SHORTEST; length -= 1) {
            if (isThere(form, length))
                return length;
        }
        return most;
    }, 0);
}

var markdown = __nccwpck_require__(7055);
; 



function createOutlet(onSecret) {
    const { add, addFrom, redact } = createRedactor(onSecret, markdown .ih);
    return {
        add,
        addFrom,
        text: (text) => (0,plain_text .wh)(redact(text)),
        json: (json) => (0,plain_text .RU)(redact(json)),
        value: redact,
    };
}


/***/ }),

/***/ 7055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    DD: () => (  title),
    aY: () => (  code),
    hD: () => (  quote),
    ih: () => (  escape),
    om: () => (  block),
    xE: () => (  alert)
  });
function quote(text) {
    return text
        .split("\n")
        .map((line) => `> ${escape(line)}`)
        .join("  \n");
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}
function escape(text) {
    return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`);
}
function title(icon, sentence) {
    return `${icon} ${escape(sentence.replace(/\.$/, ""))}`;
}
const MOST_BYTES = 150 * 1024;
function alert(kind, text) {
    if (text === "")
        return [];
    const lines = text.split("\n");
    let bytes = 0;
    const end = lines.findIndex((line) => (bytes += Buffer.byteLength(escape(line)) + 20) > MOST_BYTES);
    const shown = end === -1 ? lines : lines.slice(0, end);
    const left = lines.length - shown.length;
    const more = left > 0 ? [`> … and ${left} more lines; the log has them all.`] : [];
    return [[`> [!${kind}]`, ...quoted(shown), ...more].join("\n")];
}
function quoted(lines) {
    return lines.flatMap((line, index) => {
        const [before, after] = [lines[index - 1], lines[index + 1]];
        if (!isCode(line)) {
            return [`> ${escape(ended(line, after))}${after === undefined || isCode(after) ? "" : "  "}`];
        }
        return [
            ...(before === undefined || !isCode(before) ? ["> <pre>"] : []),
            `> ${escape(line)}`,
            ...(after === undefined || !isCode(after) ? ["> </pre>", ">"] : []),
        ];
    });
}
function ended(line, after) {
    return /[\w)"]$/.test(line) && after !== undefined && /^[A-Z]/.test(after) ? `${line}.` : line;
}
function isCode(line) {
    return /^(?: {2}|- uses: )/.test(line);
}
function block(lines) {
    return `<pre>\n${lines.map((line) => (line === "" ? " " : escape(line))).join("\n")}\n</pre>`;
}


/***/ }),

/***/ 3664:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    AE: () => (  describeNear),
    e_: () => (  NOTHING_NAMED),
    lV: () => (  MISSING)
  });
const MISSING = {
    "unknown-repository": "the registry does not know this repository",
    "no-match": "no repository of the registry's catalog matches this pattern",
};
function describeNear(near) {
    return near === undefined ? "" : `Did you mean ${near}, which is there? `;
}
const NOTHING_NAMED = "image is empty, so there is nothing to do: nothing was pushed, or the expression that it comes from is misspelt. Nothing was read or deleted. if-missing: fail makes this an error.";


/***/ }),

/***/ 27:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Mb: () => (  describeNote),
    NV: () => (  describeSpare),
    OX: () => (  describeHarm),
    SO: () => (  describeSkips),
    Uc: () => (  describeError),
    Vb: () => (  nameOf),
    YI: () => (  describeThrown),
    e_: () => (  needsAttention),
    f$: () => (  describeNothing),
    jJ: () => (  describeCare),
    o3: () => (  describeDangling),
    vC: () => (  describeOrphans),
    vM: () => (  describeHollow),
    xr: () => (  describeSuspicion),
    zN: () => (  some)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);
  var _missing_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3664);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4578);
  var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8900);





function describeSpare(reason) {
    switch (reason.kind) {
        case "now-needed-by":
            return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(reason.by)
                ? `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.by)}, which is new to the plan, needs it or refers to it`
                : `${reason.by}, which appeared or moved meanwhile, needs it`;
        case "tags-moved":
            return "it was pointed at another image meanwhile";
        case "parent-stays":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.parent)}, which it belongs to, is still there`;
        case "subject-is-back":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(reason.subject)}, which it names and which was gone, is back`;
        case "gone":
            return "it was gone already";
        case "just-pushed":
            return "this run's references name it as just pushed";
        case "last-tag":
            return "no other tag keeps its image any more";
        case "no-untag":
            return "the registry can't delete one tag alone";
        case "longer-tag-stays":
            return `the registry may be Distribution 2.5 or earlier, which on S3 would delete ${reason.tag} with it`;
        case "stopped":
            return "the run stopped before it";
        case "time-limit":
            return "the time limit came before it";
    }
}
const REPORTED_ELSEWHERE = new Set(["gone", "stopped", "time-limit"]);
function describeSkips(skips) {
    const told = skips.filter(({ reason }) => !REPORTED_ELSEWHERE.has(reason.kind));
    const fallen = told.filter(({ reason }) => reason.kind !== "longer-tag-stays");
    const lines = fallen.map(({ deletion, reason }) => `${nameOf(deletion)} (${describeSpare(reason)})`);
    return [
        ...(lines.length === 0
            ? []
            : [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(lines.length, "deletion")} skipped, because the plan no longer holds: ${some(lines)}.`]),
        ...describeReaching(told),
    ];
}
function describeReaching(skips) {
    const names = skips.flatMap(({ deletion, reason }) => reason.kind === "longer-tag-stays" ? [`${nameOf(deletion)} (beside ${reason.tag})`] : []);
    if (names.length === 0)
        return [];
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(names.length, "deletion")} skipped: the registry may be Distribution 2.5 or earlier, which on S3 would delete with them tags that stay, whose names begin with theirs: ${some(names)}. Upgrade it to registry:2 of today (2.8 or later) on the same storage, and the next run deletes them.`,
    ];
}
function describeNothing({ repository, why, near }) {
    const isMissing = why === "unknown-repository" || why === "no-match";
    const then = isMissing ? ` ${(0,_missing_js__WEBPACK_IMPORTED_MODULE_1__  .AE)(near)}if-missing: fail makes this an error.` : "";
    return `${repository}: ${NOTHING[why]}${then}`;
}
const NOTHING = {
    "unknown-repository": `${_missing_js__WEBPACK_IMPORTED_MODULE_1__  .lV["unknown-repository"]} (nothing was pushed to it yet?), so there is nothing to prune.`,
    "no-tags": "the repository has no tags, so it is left as it is.",
    "left-empty": "it is in the catalog and has no tags; reclaim with storage removes what is left of such repositories.",
    "no-rule": "no rule of the policy applies to this repository, so all of it stays.",
    "no-match": `${_missing_js__WEBPACK_IMPORTED_MODULE_1__  .lV["no-match"]}, so there is nothing to prune. In a pattern * stays within one part of the path; ** spans any number.`,
};
function needsAttention(why) {
    return why !== "left-empty";
}
function describeNote(note) {
    switch (note.kind) {
        case "dangling":
            return describeDangling([note.tag]);
        case "moved":
            return `${note.tag} was pointed at another image meanwhile (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(note.to)}); that one is whole.`;
        case "half-untagged":
            return `${note.tag} names an empty index, which a run of this program wrote over it and could not delete yet; the next run deletes both.`;
        case "removed":
            return `${note.tag} was deleted by somebody else meanwhile.`;
        case "still-there":
            return `${note.tag} is still there, though the registry said that it deleted it.`;
        case "put-back":
            return `${note.tag} was to stay, the registry deleted it with a tag whose name begins its own, and it was put back. Upgrade that registry to 2.8 or later.`;
    }
}
function describeCare({ isForeseen }) {
    const what = "this may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's";
    return isForeseen === true
        ? `${what}: the run itself finds out before it deletes, and may keep more`
        : `${what}: deleting one by one, and nothing that could reach a tag that stays`;
}
function describeSuspicion(tags) {
    return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(tags, "tag")} may be harmed: looking again, for another run may be deleting just now`;
}
function describeHarm(harm) {
    switch (harm.kind) {
        case "part-missing":
            return `${harm.tag} was to stay, and its part ${harm.missing} is missing`;
        case "tag-lost":
            return `${harm.tag} was to stay and is gone, though its image is there: it was moved onto an image at the moment when that image was deleted, or somebody deleted the tag alone`;
        case "image-lost":
            return `${harm.tag} was to stay and is gone with its image ${harm.image}: it was moved while images were deleted, by this run and by others, and one of these deletions took it along`;
    }
}
function describeDangling(tags) {
    const what = tags.length === 1
        ? "1 tag is listed, but its manifest"
        : `${tags.length} tags are listed, but their manifests`;
    const [verb, it] = tags.length === 1 ? ["is", "it"] : ["are", "them"];
    return (`${what} ${verb} not there (a full disk cut off the push, or something deleted ${it}): ${some(tags)}. Push ${it} again, ` +
        `remove ${it} from the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave ${it}: such a tag takes no space.`);
}
function describeHollow(tags) {
    const [what, it] = tags.length === 1 ? ["1 tag can't", "it"] : [`${tags.length} tags can't`, "them"];
    return (`${what} be pulled, because nothing that ${tags.length === 1 ? "its index lists" : "their indexes list"} is there (garbage-collect --delete-untagged ` +
        `on registry 2.x does that): ${some(tags)}. Push ${it} again, or delete ${it} with dangling: delete; ${it === "it" ? "it takes" : "they take"} no place.`);
}
function describeOrphans(tags) {
    const what = tags.length === 1 ? "1 signature or attachment" : `${tags.length} signatures or attachments`;
    return `${what} whose image is gone: ${some(tags)}; ${tags.length === 1 ? "it stays" : "they stay"}. orphans: delete removes ${tags.length === 1 ? "it" : "them"}.`;
}
function nameOf({ tags, digest }) {
    return tags.join(", ") || (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(digest ?? "");
}
function some(names) {
    const shown = names.slice(0, 10).join(", ");
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
function describeError(error) {
    return `${error.message}\n${error.nextStep}`;
}
function describeThrown(thrown) {
    return thrown instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc
        ? describeError(thrown)
        : `Unexpected error, please report it: ${String(thrown)}`;
}


/***/ }),

/***/ 8900:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Ej: () => (  size),
    N3: () => (  describeGroup),
    VK: () => (  shortDigest),
    hS: () => (  reclaimableSuffix),
    vj: () => (  amount)
  });
  var bytes__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5559);
  var _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1404);


function shortDigest(digest) {
    return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}
function size(number, decimalPlaces = 1) {
    return bytes__WEBPACK_IMPORTED_MODULE_0__(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}
function amount({ bytes: number, isLeast }, decimalPlaces = 1) {
    return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}
function reclaimableSuffix(reclaimable) {
    return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that no kept image needs`;
}
function describeGroup({ group, rule }) {
    const where = group === _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__  .Qz ? "" : ` in ${group}`;
    return rule === undefined ? where : `${where} of rule ${rule}`;
}


/***/ }),

/***/ 6375:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (  core_debug),
  N4: () => (  endGroup),
  V4: () => (  getInput),
  Gu: () => (  getState),
  pq: () => (  info),
  _o: () => (  isDebug),
  LZ: () => (  saveState),
  C1: () => (  setFailed),
  uH: () => (  setOutput),
  Pq: () => (  core_setSecret),
  Oh: () => (  startGroup),
  $e: () => (  warning)
});


var external_os_ = __nccwpck_require__(857);
; 
 
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
; 


function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
; 
const external_crypto_namespaceObject = requireOfNode("crypto");
var external_fs_ = __nccwpck_require__(9896);
; 
 




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
     
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
 
var external_path_ = __nccwpck_require__(6928);
var external_http_ = __nccwpck_require__(8611);
var external_https_ = __nccwpck_require__(5692);
; 
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
 
var node_modules_tunnel = __nccwpck_require__(5070);
; 
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = (  null && (['OPTIONS', 'GET', 'DELETE', 'HEAD']));
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                         
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                     
                    yield response.readBody();
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
             
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
             
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
             
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
             
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                }
                if (statusCode > 299) {
                    let msg;
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
 
var auth = __nccwpck_require__(381);
; 
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
; 
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    stringify() {
        return this._buffer;
    }
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
const markdownSummary = (  null && (_summary));
const summary = (  null && (_summary));
; 

function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
; 
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
; 
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
 


function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
 
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
 


function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
 


function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
    command_issue('group', name);
}
function endGroup() {
    command_issue('endgroup');
}
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
 


function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}





/***/ }),

/***/ 381:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    QN: () => (  BasicCredentialHandler)
  });
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
     
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
     
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}

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
const action = () => Promise.all(/* import() */[__nccwpck_require__.e(8608), __nccwpck_require__.e(2510), __nccwpck_require__.e(8766), __nccwpck_require__.e(8733)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8733));
const cli = () => Promise.all(/* import() */[__nccwpck_require__.e(8608), __nccwpck_require__.e(8766), __nccwpck_require__.e(5781)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5781));
const post = () => Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 1614));

var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
