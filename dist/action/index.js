import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5559:
/***/ (function (module) {

/*!
 * bytes
 * Copyright(c) 2012-2014 TJ Holowaychuk
 * Copyright(c) 2015 Jed Watson
 * MIT Licensed
 */



/**
 * Module exports.
 * @public
 */

module.exports = bytes;
module.exports.format = format;
module.exports.parse = parse;

/**
 * Module variables.
 * @private
 */

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

/**
 * Convert the given value in bytes into a string or parse to string to an integer in bytes.
 *
 * @param {string|number} value
 * @param {{
 *  case: [string],
 *  decimalPlaces: [number]
 *  fixedDecimals: [boolean]
 *  thousandsSeparator: [string]
 *  unitSeparator: [string]
 *  }} [options] bytes options.
 *
 * @returns {string|number|null}
 */

function bytes(value, options) {
  if (typeof value === 'string') {
    return parse(value);
  }

  if (typeof value === 'number') {
    return format(value, options);
  }

  return null;
}

/**
 * Format the given value in bytes into a string.
 *
 * If the value is negative, it is kept as such. If it is a float,
 * it is rounded.
 *
 * @param {number} value
 * @param {object} [options]
 * @param {number} [options.decimalPlaces=2]
 * @param {number} [options.fixedDecimals=false]
 * @param {string} [options.thousandsSeparator=]
 * @param {string} [options.unit=]
 * @param {string} [options.unitSeparator=]
 *
 * @returns {string|null}
 * @public
 */

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

/**
 * Parse the string value into an integer in bytes.
 *
 * If no unit is given, it is assumed the value is in bytes.
 *
 * @param {number|string} val
 *
 * @returns {number|null}
 * @public
 */

function parse(val) {
  if (typeof val === 'number' && !isNaN(val)) {
    return val;
  }

  if (typeof val !== 'string') {
    return null;
  }

  // Test if the string passed is valid
  var results = parseRegExp.exec(val);
  var floatValue;
  var unit = 'b';

  if (!results) {
    // Nothing could be extracted from the given string
    floatValue = parseInt(val, 10);
    unit = 'b'
  } else {
    // Retrieve the value and the unit
    floatValue = parseFloat(results[1]);
    unit = results[4].toLowerCase();
  }

  if (isNaN(floatValue)) {
    return null;
  }

  return Math.floor(map[unit] * floatValue);
}


/***/ }),

/***/ 1026:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const pico = __nccwpck_require__(4156);
const utils = __nccwpck_require__(2599);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 7223:
/***/ (function (module) {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 3717:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const constants = __nccwpck_require__(7223);
const utils = __nccwpck_require__(2599);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 4156:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const scan = __nccwpck_require__(6745);
const parse = __nccwpck_require__(3717);
const utils = __nccwpck_require__(2599);
const constants = __nccwpck_require__(7223);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 6745:
/***/ (function (module, __unused_webpack_exports, __nccwpck_require__) {



const utils = __nccwpck_require__(2599);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(7223);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 2599:
/***/ (function (__unused_webpack_module, exports, __nccwpck_require__) {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(7223);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


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
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
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

    // numberify any prerelease numeric ids
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

    // NOT having a prerelease is > having one
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

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
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
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
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
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
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
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
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
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
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



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
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



// parse out just the options we care about
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

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
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

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
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

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
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

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
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
        // Detect the request to connect same origin server,
        // reuse the connection.
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
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
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
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
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
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
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

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
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
exports.debug = debug; // for test


/***/ }),

/***/ 2613:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1943:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 8611:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 481:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7066:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 3136:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3236:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path/posix");

/***/ }),

/***/ 932:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ (function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8059:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ runApply),
  u: () => (/* binding */ runPrune)
});

// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 15 modules
var core = __nccwpck_require__(2794);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lazy/program/about.js
var about = __nccwpck_require__(8617);
// EXTERNAL MODULE: ./lazy/action/host.js + 7 modules
var host = __nccwpck_require__(215);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var verdict = __nccwpck_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/plan/deletion-limit.js


/** Why a plan is not to be carried out that deletes more than is allowed; `undefined` where it does not. */
function tooMany({ verdicts, untagged }, most) {
    const going = verdicts.filter(verdict/* goes */.n).length + untagged.filter(({ kind }) => kind === "delete").length;
    // What no setting has go is no part of what could.
    const all = verdicts.length + untagged.filter((each) => each.kind === "delete" || each.why !== "no-limit").length;
    // 58 hundredths of 50, and 18.4 of 375, are a little less than 29 and 69 to a computer.
    const allowed = most.kind === "count" ? most.count : (most.percent * all) / 100 + 1e-9;
    if (going <= allowed)
        return undefined;
    const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
    return new errors/* PruneError */.Pc(`${going} of ${all} ${all === verdicts.length ? "tags" : "tags and untagged images"} would go, and max-deletions is ${limit}, so nothing is deleted there`, "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.");
}

// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy_policy = __nccwpck_require__(1774);
// EXTERNAL MODULE: ./lazy/core/policy/in-use.js
var in_use = __nccwpck_require__(4849);
;// CONCATENATED MODULE: ./lazy/core/policy/pattern-use.js


/** Every pattern of a policy, and what was written down as in use; whether a tag or image of the repository is meant by it. */
function patternUses(snapshot, policy) {
    const { rules, exclude, protect } = policy;
    const usesOf = (setting, patterns) => patterns.map(({ text, matches }) => ({
        setting,
        text,
        isUsed: snapshot.tags.some(({ tag }) => matches(tag)),
    }));
    const written = protect.filter(({ from }) => from === "setting");
    const isThere = written.length === 0 ? undefined : (0,in_use/* presenceIn */.Jf)(snapshot);
    return [
        ...usesOf("exclude", exclude),
        ...rules.flatMap(({ name, tags: included, exclude: excluded }) => name === undefined
            ? [...usesOf("include", included), ...usesOf("exclude", excluded)]
            : [...usesOf(`tags of rule ${name}`, included), ...usesOf(`exclude of rule ${name}`, excluded)]),
        ...written.map((entry) => ({
            setting: "protect",
            text: entry.text,
            isUsed: isThere?.(entry) === true,
        })),
    ];
}
/** Every pattern of repositories in a policy, and whether it means this one. */
function repositoryUses(place, { rules }) {
    return rules.flatMap(({ name = "", repositories }) => repositories.map((pattern) => ({
        setting: `repositories of rule ${name}`,
        text: pattern.text,
        isUsed: (0,policy_policy/* isMeant */.EZ)(place, pattern),
    })));
}

// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __nccwpck_require__(1033);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __nccwpck_require__(2302);
// EXTERNAL MODULE: ./lazy/run/observe/plan-with-lookups.js + 1 modules
var plan_with_lookups = __nccwpck_require__(114);
;// CONCATENATED MODULE: ./lazy/commands/deletion/find-repositories.js

/**
 * Finds the repositories that patterns match in the catalogs of their registries, each once. A registry whose catalog can't be read is the outcome of its
 * patterns, and does not stop the others.
 */
async function findRepositories(globs, open) {
    const catalogs = new Map();
    const places = new Map();
    const outcomes = [];
    for (const glob of globs) {
        const { host, pattern, matches } = glob;
        const below = globs.flatMap((other) => (other.host === host ? [other.first] : []));
        const catalog = catalogs.get(host) ?? open(glob).then((registry) => registry.listRepositories(new Set(below)));
        catalogs.set(host, catalog);
        const repository = `${host}/${pattern}`;
        try {
            const found = (await catalog).filter(matches);
            for (const name of found)
                places.set(`${host}/${name}`, placeOf(glob, name));
            if (found.length === 0)
                outcomes.push({ kind: "nothing", repository, why: "no-match" });
        }
        catch (error) {
            if (!(error instanceof errors/* PruneError */.Pc))
                throw error;
            outcomes.push({ kind: "failed", repository, error });
        }
    }
    return { places: [...places.values()], outcomes };
}
function placeOf({ scheme, host }, repository) {
    return {
        reference: { host, ...(scheme === undefined ? {} : { scheme }) },
        target: { host, repository, tags: [], digests: [] },
        isFound: true,
    };
}

// EXTERNAL MODULE: ./lazy/commands/deletion/deletion-run.js + 18 modules
var deletion_run = __nccwpck_require__(3401);
// EXTERNAL MODULE: ./lazy/commands/deletion/plan-repositories.js
var plan_repositories = __nccwpck_require__(9987);
;// CONCATENATED MODULE: ./lazy/commands/prune.js










/**
 * Prunes every repository that the images name, or match in their registry's catalog, and collects the garbage where the settings say how. What goes wrong
 * in one repository is its outcome, and does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `DeletionDoor.savePlans` throws
 */
async function prune(settings, hooks) {
    const { images, globs, policies } = settings;
    return (0,deletion_run/* runDeletions */.H)({ ...settings, allowEmpty: policies.allowEmpty, untag: policies.untag }, {
        first: images[0] ?? globs[0],
        draft: (open, journals) => (0,plan_repositories/* confirmPlans */.bJ)(() => planAll(settings, { open, journals }, hooks), settings, hooks),
    }, hooks);
}
async function planAll(settings, { open, journals }, hooks) {
    const named = (0,plan_repositories/* placesOf */.ek)(settings.images);
    const { places, outcomes } = await findRepositories(settings.globs, open);
    const others = places.filter(({ target }) => !named.some((place) => (0,reference/* isSameRepository */.ve)(place.target, target)));
    const found = others.filter(({ target }) => (0,policy_policy/* policyFor */.KV)(target, settings.policies).rules.length > 0);
    if (found.length < others.length) {
        hooks.say({ kind: "repositories-unruled", repositories: others.length - found.length });
    }
    for (const outcome of outcomes)
        hooks.say({ kind: "repository-ended", outcome });
    const decide = (site) => decideOne(settings, { site, journals }, hooks);
    const drafts = await (0,plan_repositories/* planEach */.L0)([...named, ...found], { open, decide }, hooks.say);
    return [...drafts, ...outcomes.map((outcome) => ({ kind: "over", outcome }))];
}
async function decideOne({ concurrency, policies, maxDeletions }, { site, journals }, { say }) {
    const { repository, target } = site;
    const policy = (0,policy_policy/* policyFor */.KV)(target, policies);
    if (policy.rules.length === 0)
        return { kind: "nothing", repository, why: "no-rule" };
    const reading = (0,plan_repositories/* readingOf */.MU)(site, journals, concurrency);
    await journals.lookForOthers(repository);
    const others = journals.leftoversOf(repository);
    const inUse = (0,in_use/* digestsInUse */.Yp)(policy.protect, target.repository);
    const observation = await (0,observe/* observe */.lB)(reading, { ...target, others, inUse }, say);
    if (observation.kind !== "snapshot")
        return { kind: "nothing", repository, why: observation.kind };
    const { manifests } = observation.snapshot;
    const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
    await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
    if (leftovers.size > 0)
        say({ kind: "leftovers", repository, manifests: leftovers.size });
    const snapshot = { ...observation.snapshot, leftovers };
    const decided = await (0,plan_with_lookups/* planWithLookups */.n)(reading, snapshot, policy);
    const patterns = [...patternUses(decided.snapshot, policy), ...repositoryUses(target, policies)];
    const refused = maxDeletions === undefined ? undefined : tooMany(decided.plan, maxDeletions);
    return { kind: "decided", ...decided, patterns, ...(refused === undefined ? {} : { refused }) };
}

// EXTERNAL MODULE: ./lazy/core/plan/outcome.js
var plan_outcome = __nccwpck_require__(1395);
// EXTERNAL MODULE: ./lazy/report/words/collection.js
var words_collection = __nccwpck_require__(902);
// EXTERNAL MODULE: ./lazy/report/words/outcomes.js
var outcomes = __nccwpck_require__(27);
// EXTERNAL MODULE: ./lazy/report/run/result.js
var run_result = __nccwpck_require__(5327);
// EXTERNAL MODULE: ./lazy/report/words/wording.js
var wording = __nccwpck_require__(8900);
;// CONCATENATED MODULE: ./lazy/report/run/failure.js





/** Everything that went wrong, each with its next step; the empty text where nothing did. */
function failureText(result) {
    const { outcomes, collection } = result;
    return [
        ...outcomes.flatMap((outcome) => failuresOf(outcome, result)),
        ...((0,words_collection/* collectionFailure */.hm)(collection) ?? []),
    ].join("\n");
}
function failuresOf(outcome, result) {
    if (outcome.kind === "failed")
        return [`${outcome.repository}: ${(0,outcomes/* describeError */.Uc)(outcome.error)}`];
    if (outcome.kind !== "applied")
        return [];
    const { repository, deletions, harm, stopped, notes } = outcome;
    const failed = deletions.flatMap((deletion) => (deletion.kind === "failed" ? [deletion] : []));
    const still = notes.filter(({ kind }) => kind === "still-there").length;
    const bare = deletions.filter(plan_outcome/* isBare */.J).length;
    const [first] = failed;
    return [
        ...harm.map((which) => `${repository}: HARM: ${(0,outcomes/* describeHarm */.OX)(which)}. ${remedyOf(which, result)}`),
        ...(stopped === undefined ? [] : [(0,outcomes/* describeError */.Uc)(stopped)]),
        ...(first === undefined
            ? []
            : [`${repository}: ${(0,wording/* count */.U9)(failed.length, "deletion")} failed. ${(0,outcomes/* describeError */.Uc)(first.error)}`]),
        ...(bare === 0 ? [] : [`${repository}: ${describeBare(bare, result)}`]),
        ...(still === 0
            ? []
            : [
                `${repository}: ${(0,wording/* count */.U9)(still, "tag")} still there after the registry said that it deleted them. Run again.`,
            ]),
    ];
}
/** Images that have lost their tags and are still there. */
function describeBare(images, { journal }) {
    const subject = images === 1 ? "1 image has lost its tags and is" : `${images} images have lost their tags and are`;
    const finish = journal === undefined ? "the journal of this run" : `journal: ${journal}`;
    return `${subject} not deleted yet, and no list of the registry shows them. Run again with ${finish}, which finishes that.`;
}
function remedyOf(harm, result) {
    const { journal } = result;
    const when = (0,run_result/* undoneUntil */._$)(result);
    if (journal === undefined)
        return `Push it again from where it was built, ${when}.`;
    const what = harm.kind === "part-missing" ? harm.missing : harm.tag;
    return `Put it back ${when}: ${(0,wording/* restoreCommand */.Od)(journal, what)}`;
}

;// CONCATENATED MODULE: ./lazy/report/run/outputs.js



/** The action's outputs and what they hold; `action.yml` and `README.md` show them. */
const OUTPUTS = [
    {
        name: "deleted",
        help: "JSON array of the tags that were deleted, as `host/repository:tag`, in the order decided; in a dry run, of those that would be. Cut where it is too long for GitHub, with a warning.",
    },
    {
        name: "kept",
        help: "JSON array of the tags that were decided to stay, in the same form.",
    },
    {
        name: "skipped",
        help: "JSON array of the tags that were to go and were left alone, in the same form: something that appeared meanwhile needs them, they moved, or the run stopped before them.",
    },
    { name: "deleted-count", help: "How many tags were deleted; in a dry run, would be." },
    {
        name: "deleted-untagged-count",
        help: "How many images without a tag were deleted for their own sake (`untagged-older-than`); in a dry run, would be.",
    },
    { name: "kept-count", help: "How many tags were decided to stay." },
    {
        name: "reclaimable-bytes",
        help: "How many bytes nothing kept refers to after the deletions, which is what garbage collection can free of them, or at least, where not all sizes are known; in a dry run, could. Other repositories of the registry may share some. Empty where nothing was decided.",
    },
    {
        name: "freed-bytes",
        help: "How many bytes the disk has back, after a collection or a sweep, or at least has, where not all sizes are known; empty where none ran, or nothing of it is known.",
    },
    {
        name: "plan",
        help: "Path of the plan as JSON: a verdict with a reason for every tag. Nothing is cut there.",
    },
    { name: "plan-sha256", help: "SHA-256 of that file, in hex; empty where none was written." },
    {
        name: "journal",
        help: "Path of the journal, from which `restore` puts back what was deleted until the next garbage collection (on GitHub, for 30 days); empty where none was written.",
    },
];
/** A run's outputs, whole. */
function outputsOf(result, files) {
    const deleted = (0,run_result/* deletedTags */.NB)(result);
    const kept = (0,run_result/* keptTags */.IN)(result);
    return {
        deleted,
        kept,
        skipped: (0,run_result/* skippedTags */.md)(result),
        "deleted-count": deleted.length,
        "deleted-untagged-count": (0,run_result/* deletedUntagged */.$j)(result),
        "kept-count": kept.length,
        "reclaimable-bytes": (0,run_result/* reclaimableOf */.nt)(result)?.bytes ?? null,
        "freed-bytes": (0,words_collection/* freedBytes */.aU)(result.collection) ?? null,
        plan: files.plan,
        "plan-sha256": files.planSha256,
        journal: result.journal ?? "",
    };
}
/** What `--json` prints: the outputs and every verdict. */
function renderJson(result, files) {
    const plans = result.outcomes.flatMap((outcome) => "plan" in outcome ? [{ ...outcome, plan: outcome.plan }] : []);
    const collection = result.collection === undefined ? {} : { collection: collectionRecord(result.collection) };
    return `${JSON.stringify({ ...outputsOf(result, files), ...collection, verdicts: verdictRecords(plans) }, null, 2)}\n`;
}
// All outputs of a job may have 1 MiB, counted in UTF-16; three lists of these leave room for others.
const MAX_CHARACTERS = 150_000;
/** A list as JSON, cut between its items where it is too long. `left` is how many were left out. */
function cutList(items, maxCharacters = MAX_CHARACTERS) {
    let length = 2;
    const fitting = items.findIndex((item) => {
        length += JSON.stringify(item).length + 1;
        return length > maxCharacters;
    });
    const kept = fitting === -1 ? items : items.slice(0, fitting);
    return { json: JSON.stringify(kept), left: items.length - kept.length };
}

// EXTERNAL MODULE: ./lazy/report/plan-file/write.js
var write = __nccwpck_require__(5594);
// EXTERNAL MODULE: ./lazy/report/run/summary.js
var summary = __nccwpck_require__(6748);
;// CONCATENATED MODULE: ./lazy/action/deletions.js












/** Prunes, and says how it went in the log, the summary and the outputs. */
async function runPrune(settings) {
    const plan = settings.plan ?? (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryFolder(), `${about/* NAME */.o}-`)), "plan.json");
    let file = { plan, planSha256: "" };
    const hooks = openDeletionHooks();
    const result = await prune(settings, {
        ...hooks,
        savePlans: async (plans) => {
            const text = (0,write/* renderPlans */.HG)(plans, settings.policies, { ...origin(), created: new Date() });
            await (0,promises_.writeFile)(plan, text);
            file = { plan, planSha256: (0,write/* planSha256 */.Fu)(text) };
            core/* setOutput */.uH("plan", plan);
            core/* setOutput */.uH("plan-sha256", file.planSha256);
            hooks.say({ kind: "plan-saved", path: plan });
        },
    });
    await report(result, file);
}
/** Carries out a plan, and says how it went in the same way. */
async function runApply(settings) {
    const { apply } = await Promise.all(/* import() */[__nccwpck_require__.e(458), __nccwpck_require__.e(29)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1029));
    const result = await apply(settings, { ...openDeletionHooks(), savePlans: () => Promise.resolve() });
    await report(result, { plan: "", planSha256: "" });
}
/** The runner empties this folder after the job. */
function temporaryFolder() {
    return process.env["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)();
}
function openDeletionHooks() {
    const hooks = (0,host/* openHooks */.RN)();
    return {
        ...hooks,
        tool: host/* TOOL */.js,
        journalFolder: (0,external_node_path_.join)(temporaryFolder(), about/* NAME */.o),
        say: (event) => {
            // Before the first deletion: a step that is killed leaves it behind for the next one, which may upload it.
            if (event.kind === "journal-opened")
                core/* setOutput */.uH("journal", event.path);
            hooks.say(event);
        },
    };
}
function origin() {
    // Not by @actions/github's context: Octokit would be loaded with it.
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    if (repository === undefined || id === undefined)
        return { tool: host/* TOOL */.js };
    const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return { tool: host/* TOOL */.js, run: `${server}/${repository}/actions/runs/${id}` };
}
async function report(result, file) {
    const { deleted, kept, skipped, ...outputs } = outputsOf(result, file);
    for (const [name, list] of Object.entries({ deleted, kept, skipped })) {
        const { json, left } = cutList(list);
        core/* setOutput */.uH(name, json);
        if (left > 0) {
            host/* log */.Rm.warning(`The output ${name} leaves out ${left} tags, for GitHub limits its size; the plan has them all.`);
        }
    }
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value ?? "");
    await (0,host/* writeSummary */.Sy)((0,summary/* renderSummary */.B)(result));
    if ((0,run_result/* statusOf */.c2)(result) !== "done")
        (0,host/* fail */.fJ)(failureText(result));
    for (const line of [...(0,run_result/* aboutSpace */.W0)(result), ...(0,run_result/* aboutUndo */.Ki)(result)])
        host/* log */.Rm.info(line);
    host/* log */.Rm.info((0,run_result/* summaryLine */.dC)(result));
}


/***/ }),

/***/ 215:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  js: () => (/* binding */ TOOL),
  _O: () => (/* binding */ USER_AGENT),
  x9: () => (/* binding */ connectionHooks),
  fJ: () => (/* binding */ fail),
  Rm: () => (/* binding */ log),
  RN: () => (/* binding */ openHooks),
  O3: () => (/* binding */ secrets),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 15 modules
var core = __nccwpck_require__(2794);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lazy/program/about.js
var about = __nccwpck_require__(8617);
// EXTERNAL MODULE: ./lazy/report/words/limits.js
var limits = __nccwpck_require__(8354);
;// CONCATENATED MODULE: ./lazy/core/progress/time-left.js
const WINDOW_MS = 25_000;
// A look at the whole repository may come between two batches of deletions, and a window that is shorter than both would see now one and now the other.
const WINDOW_PART = 1 / 4;
const MARKS_IN_WINDOW = 50;
/** Nothing is said of a speed before: the first items wait for connections, and for a token. */
const LEAST_MS = 2000;
/** The trail of a step that has just begun. */
function beginTrail(mark) {
    return { from: mark.at, marks: [mark], last: mark };
}
/** A trail, one mark further. */
function goOn({ from, marks }, mark) {
    const window = windowOf(from, mark.at);
    const newest = marks.at(-1) ?? marks[0];
    if (mark.at - newest.at < window / MARKS_IN_WINDOW)
        return { from, marks, last: mark };
    // The newest mark before the window is where it is measured from; what is older is not needed.
    const start = marks.findLastIndex(({ at }) => at <= mark.at - window);
    const [first = marks[0], ...rest] = marks.slice(Math.max(start, 0));
    return { from, marks: [first, ...rest, mark], last: mark };
}
/** How fast a step goes at a moment, in milliseconds by the marks' clock. Where nothing advances for longer than usual it gets slower. */
function speedOf({ from, marks, last }, now) {
    const start = last.at - windowOf(from, last.at);
    const base = marks.findLast(({ at }) => at <= start) ?? marks[0];
    const [items, between] = [last.done - base.done, last.at - base.at];
    const usual = items > 0 ? between / items : 0;
    const spent = between + Math.max(0, now - last.at - usual);
    if (!(spent >= LEAST_MS))
        return {};
    const perSecond = (items / spent) * 1000;
    const left = ((1 - last.share) * spent) / (last.share - base.share);
    return {
        ...(perSecond > 0 ? { perSecond } : {}),
        ...(last.share > base.share && Number.isFinite(left) ? { left } : {}),
    };
}
function windowOf(from, at) {
    return Math.max(WINDOW_MS, (at - from) * WINDOW_PART);
}

// EXTERNAL MODULE: ./lazy/report/words/wording.js
var wording = __nccwpck_require__(8900);
;// CONCATENATED MODULE: ./lazy/report/log/advance-words.js


const DONE = {
    reading: "manifests read",
    untagging: "images untagged",
    deleting: "deleted",
    verifying: "tags read again",
};
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How far a step has come, how fast it goes, and what is left: as much as is known. @param now by the trail's clock */
function describeStep(step, now) {
    const { perSecond, left } = speedOf(step.trail, now);
    return [
        soFar(step),
        ...(perSecond === undefined ? [] : describeRate(perSecond)),
        ...(left === undefined ? [] : [`${describeLeft(left)} left`]),
    ].join(", ");
}
/** What came of a step, and how long it took. @param took in milliseconds */
function describeEnd(step, took) {
    return `${soFar(step)}, in ${describeTook(took)}`;
}
function soFar({ advance: { what, done, total }, missed }) {
    return `${Math.max(0, done - missed)} of ${total} ${DONE[what]}${missed > 0 ? `, ${missed} not` : ""}`;
}
function describeRate(perSecond) {
    const rates = [
        [perSecond, "a second"],
        [perSecond * 60, "a minute"],
        [perSecond * 3600, "an hour"],
    ];
    const [rate, unit] = rates.find(([number]) => number >= 1) ?? [0, ""];
    return rate === 0 ? [] : [`${rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)} ${unit}`];
}
// Up to the first, to the nearest of the second: never more than a fifth off from half a minute on.
const STEPS = [
    [57.5 * SECOND, 5 * SECOND, SECOND, "second"],
    [105 * SECOND, 10 * SECOND, SECOND, "second"],
    [20.5 * MINUTE, MINUTE, MINUTE, "minute"],
    [92.5 * MINUTE, 5 * MINUTE, MINUTE, "minute"],
    [9.75 * HOUR, HOUR / 2, HOUR, "hour"],
    [47.5 * HOUR, HOUR, HOUR, "hour"],
];
/** An estimate of a time in milliseconds, no more exact than it can be: `about 2 minutes`. */
function describeLeft(ms) {
    if (ms < 7.5 * SECOND)
        return "a few seconds";
    const [, nearest, unit, noun] = STEPS.find(([limit]) => ms < limit) ?? [0, DAY, DAY, "day"];
    return `about ${(0,wording/* count */.U9)((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}
/** A time that has gone, in milliseconds, in its two greatest units: `4 minutes 12 seconds`. */
function describeTook(ms) {
    const whole = Math.round(ms / SECOND) * SECOND;
    if (whole >= HOUR)
        return inTwo(whole, [HOUR, "hour"], [MINUTE, "minute"]);
    return whole >= MINUTE
        ? inTwo(whole, [MINUTE, "minute"], [SECOND, "second"])
        : (0,wording/* count */.U9)(whole / SECOND, "second");
}
function inTwo(ms, [great, noun], [small, smallNoun]) {
    const rest = Math.floor((ms % great) / small);
    return `${(0,wording/* count */.U9)(Math.floor(ms / great), noun)}${rest === 0 ? "" : ` ${(0,wording/* count */.U9)(rest, smallNoun)}`}`;
}

;// CONCATENATED MODULE: ./lazy/report/log/advance.js


const LINE_EVERY_MS = 5000;
// What ends a step that did not come to its own end.
const ENDS = new Set([
    "repository-started",
    "observed",
    "planned",
    "deleting",
    "verifying",
    "repository-ended",
]);
/** Follows the steps of a run. @param now a clock that only goes forward, in milliseconds */
function createMeter(log, display, now) {
    let step;
    let missed = 0;
    let isStopping = false;
    const end = () => {
        display.clear();
        if (step === undefined)
            return;
        const took = now() - step.trail.from;
        // As long as takes a line; a short one leaves no trace.
        if (took >= LINE_EVERY_MS)
            log.info(`  ${describeEnd(step, took)}`);
        step = undefined;
    };
    return {
        advanced(advance) {
            if (step !== undefined && isAnother(step.advance, advance))
                end();
            const mark = { at: now(), done: advance.done, share: advance.share };
            const trail = step === undefined ? beginTrail(mark) : goOn(step.trail, mark);
            step = { advance, trail, missed: advance.what === "deleting" ? missed : 0 };
            if (advance.done >= advance.total)
                end();
            else if (!isStopping)
                display.show(step, mark.at);
        },
        before(event) {
            if (ENDS.has(event.kind)) {
                end();
                isStopping = false;
            }
            if (event.kind === "deleting")
                missed = 0;
            if (event.kind === "deletion" && isMissed(event.outcome))
                missed += 1;
            // What is under way still ends, but the time left is nobody's any more.
            if (event.kind === "told-to-stop") {
                isStopping = true;
                display.clear();
            }
        },
    };
}
function isAnother(before, after) {
    return before.what !== after.what || after.done < before.done;
}
function isMissed({ kind }) {
    return kind === "failed" || kind === "spared";
}
/** Shows steps where nothing can be animated: a line now and then, the first once a step has gone on for as long. */
function createLines(log) {
    let told;
    return {
        show(step, now) {
            if (now - (told ?? step.trail.from) < LINE_EVERY_MS)
                return;
            told = now;
            log.info(`  ${describeStep(step, now)}`);
        },
        clear() {
            told = undefined;
        },
    };
}

// EXTERNAL MODULE: ./lazy/report/words/collection.js
var collection = __nccwpck_require__(902);
// EXTERNAL MODULE: ./lazy/report/words/sweep.js
var sweep = __nccwpck_require__(8148);
// EXTERNAL MODULE: ./lazy/report/words/outcomes.js
var outcomes = __nccwpck_require__(27);
// EXTERNAL MODULE: ./lazy/report/words/notices.js
var notices = __nccwpck_require__(7565);
// EXTERNAL MODULE: ./lazy/report/words/plan-lines.js
var plan_lines = __nccwpck_require__(887);
// EXTERNAL MODULE: ./lazy/report/words/untagged.js
var untagged = __nccwpck_require__(2181);
;// CONCATENATED MODULE: ./lazy/report/log/planning.js




/** Tells of a plan: what becomes of each tag, and what somebody is to look at. */
function tellPlanning(log, event) {
    switch (event.kind) {
        case "planned":
            return tellPlan(log, event);
        case "repositories-unruled":
            return log.info(`No rule of the policy is for ${event.repositories} more of the catalog's repositories; all of them stay as they are.`);
        case "patterns-unused":
            return log.warning((0,notices/* describeUnused */.iz)(event.patterns));
        case "plan-saved":
            return log.info(`The whole plan, with a reason for every tag: ${event.path}`);
    }
}
function tellPlan(log, event) {
    log.group((0,plan_lines/* planTitle */.KS)(event));
    for (const line of (0,plan_lines/* planLines */.HN)(event))
        log.info(`  ${line}`);
    log.endGroup();
    if (event.reclaimable.bytes > 0) {
        log.info(`  deleting them leaves ${(0,wording/* amount */.vj)(event.reclaimable)} that nothing kept refers to`);
    }
    for (const line of [...(0,notices/* describeBudget */.No)(event.plan), ...(0,untagged/* aboutUntagged */.V4)(event.plan)])
        log.info(`  ${line}`);
    for (const warning of (0,plan_lines/* planWarnings */.pH)(event))
        log.warning(`${event.repository}: ${warning}`);
}

;// CONCATENATED MODULE: ./lazy/report/log/progress.js







/** Turns what happens in a run into log lines. */
function createProgress(log, options = {}) {
    const { now = () => performance.now(), display = createLines(log) } = options;
    const meter = createMeter(log, display, now);
    let isOpen = false;
    const group = (title) => {
        isOpen = true;
        log.group(title);
    };
    // A run may end with its group open, or before there is one.
    const endGroup = () => {
        if (isOpen)
            log.endGroup();
        isOpen = false;
    };
    return (event) => {
        meter.before(event);
        if (event.kind === "advanced")
            meter.advanced(event.advance);
        else
            tell({ ...log, group, endGroup }, event);
    };
}
function tell(log, event) {
    switch (event.kind) {
        case "repository-started":
        case "listed":
        case "observed":
        case "limit-met":
        case "named-tag-missing":
        case "named-digest-missing":
            return tellReading(log, event);
        case "planned":
        case "repositories-unruled":
        case "patterns-unused":
        case "plan-saved":
            return tellPlanning(log, event);
        case "leftovers":
        case "journal-left":
        case "journal-torn":
        case "journal-opened":
            return tellJournal(log, event);
        case "deleting":
            return log.group(`${event.repository}: deleting ${(0,wording/* count */.U9)(event.tags, "tag")} (${(0,wording/* count */.U9)(event.manifests, "manifest")})`);
        case "checked":
            return log.debug?.(`  looked again at ${(0,wording/* count */.U9)(event.tags, "tag")}`);
        case "deletion":
            return tellDeletion(log, event.outcome);
        case "told-to-stop":
            return log.info(`  told to stop: ${STOPPING[event.what]}`);
        case "verifying":
            log.endGroup();
            return log.info("  reading again what is left");
        case "repository-ended":
            return tellOutcome(log, event.outcome);
        case "collection-started":
        case "collection-step":
        case "collection-ended":
        case "sweep-started":
        case "sweep-ended":
            return tellDisk(log, event);
    }
}
const STOPPING = {
    deletions: "waiting for the deletions under way",
    collection: "the registry is started again first",
};
function tellReading(log, event) {
    switch (event.kind) {
        case "repository-started":
            return log.info(`${event.repository}: reading`);
        case "listed":
            return log.info(`  ${(0,wording/* count */.U9)(event.tags, "tag")} listed`);
        case "observed":
            return log.info(`  ${(0,wording/* count */.U9)(event.manifests, "manifest")} read (untagged ones that none of them reaches are not among them)`);
        case "limit-met":
            return log.info(`  ${(0,limits/* describeLimit */.X)(event, Date.now())}`);
        case "named-tag-missing":
            return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
        case "named-digest-missing":
            return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
    }
}
function tellJournal(log, event) {
    switch (event.kind) {
        case "leftovers":
            return log.info(`  looking too at ${(0,wording/* count */.U9)(event.manifests, "manifest")} that an earlier run, by its journal, meant to delete`);
        case "journal-left":
            return log.warning(`${event.repository}: an earlier run was cut off, or goes on still, and its journal names manifests that no list shows. ` +
                `If it was cut off, finish it with journal: ${event.path}`);
        case "journal-torn":
            return log.warning(`${event.path}: ${(0,wording/* count */.U9)(event.lines, "line")} can't be read, as after a crash; what the others say is used.`);
        case "journal-opened":
            return log.info(`What is deleted is written down in ${event.path} first; restore puts it back from there until the next garbage collection (on GitHub, for 30 days).`);
    }
}
function tellDisk(log, event) {
    switch (event.kind) {
        case "collection-started":
            return log.group(`${event.host}: collecting the garbage`);
        case "collection-step":
            return log.info(`  ${(0,collection/* describeStep */.Ey)(event.step)}`);
        case "collection-ended":
            log.endGroup();
            for (const warning of (0,collection/* collectionWarnings */.y8)(event.outcome))
                log.warning(warning);
            return;
        case "sweep-started":
            return log.group(`${event.storage}: looking for what garbage collection leaves behind`);
        case "sweep-ended":
            for (const line of (0,sweep/* sweepLines */.e)(event.outcome, event.isDryRun))
                log.info(`  ${line}`);
            log.endGroup();
            for (const doubt of event.outcome.unsure)
                log.warning((0,sweep/* describeDoubt */.M)(doubt));
            return;
    }
}
function tellDeletion(log, outcome) {
    const { deletion } = outcome;
    const what = deletion.parents.length === 0 ? "an image without a tag, " : "a part, ";
    const name = `${deletion.tags.length === 0 ? what : ""}${(0,outcomes/* nameOf */.Vb)(deletion)}`;
    switch (outcome.kind) {
        case "deleted":
            return log.debug?.(`  ${deletion.kind === "tag" ? "untagged" : "deleted"} ${name}`);
        case "gone":
            return log.debug?.(`  ${name} was gone already`);
        case "failed":
            return log.info(`  could not delete ${name}: ${outcome.error.message}`);
        case "spared":
            return log.info(`  left ${name} alone: ${(0,outcomes/* describeSpare */.NV)(outcome.reason)}`);
    }
}
function tellOutcome(log, outcome) {
    switch (outcome.kind) {
        case "nothing":
            return log[(0,outcomes/* isOdd */.Aq)(outcome.why) ? "warning" : "info"]((0,outcomes/* describeNothing */.f$)(outcome.repository, outcome.why));
        case "failed":
            // The door reports failures itself, together, at the end.
            return log.endGroup();
        case "planned":
            return;
        case "applied":
            return tellApplied(log, outcome);
    }
}
function tellApplied(log, outcome) {
    const { repository, deletions, notes } = outcome;
    const skips = deletions.flatMap((each) => (each.kind === "spared" ? [each] : []));
    for (const warning of (0,outcomes/* describeSkips */.SO)(skips))
        log.warning(`${repository}: ${warning}`);
    tellNotes(log, repository, notes);
}
/** Tags that dangle want somebody to look, in one warning; what others did is theirs to know. */
function tellNotes(log, repository, notes) {
    const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
    if (dangling.length > 0)
        log.warning(`${repository}: ${(0,outcomes/* describeDangling */.o3)(dangling)}`);
    for (const note of notes)
        if (note.kind !== "dangling")
            log.info(`  ${(0,outcomes/* describeNote */.Mb)(note)}`);
}

;// CONCATENATED MODULE: ./lazy/report/words/redact.js
// Shorter ones would turn ordinary words into stars, and are no secret.
const SHORTEST = 4;
/** @param onSecret told each secret once */
function createRedactor(onSecret = () => undefined) {
    const secrets = new Set();
    return {
        add(secret) {
            if (secrets.has(secret) || secret === "")
                return;
            secrets.add(secret);
            onSecret(secret);
        },
        redact(text) {
            // The longest first: one secret may stand within another.
            const known = [...secrets]
                .filter(({ length }) => length >= SHORTEST)
                .sort((a, b) => b.length - a.length);
            return known.reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
        },
    };
}

;// CONCATENATED MODULE: ./lazy/program/signals.js
// What a terminal, a CI that cancels a job, and a connection that closes send.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
/**
 * Answers the first signal by ending well. While deletions go on, a second one ends the process as usual; while a registry may be stopped none does, for
 * it would stay so. Outside of both a signal does what it always does.
 * @param tell told every event, and when a signal was heard
 */
function createStop(tell) {
    const controller = new AbortController();
    let isCollecting = false;
    const stop = () => {
        if (!isCollecting)
            leave();
        controller.abort();
        tell({ kind: "told-to-stop", what: isCollecting ? "collection" : "deletions" });
    };
    const leave = () => SIGNALS.forEach((name) => process.removeListener(name, stop));
    const listen = () => SIGNALS.forEach((name) => process.on(name, stop));
    return {
        signal: controller.signal,
        say: (event) => {
            if (event.kind === "collection-started")
                isCollecting = true;
            if (event.kind === "deleting" || event.kind === "collection-started")
                listen();
            if (event.kind === "repository-ended" || event.kind === "collection-ended")
                leave();
            tell(event);
        },
    };
}

;// CONCATENATED MODULE: ./lazy/action/host.js







const TOOL = `${about/* NAME */.o} ${about/* VERSION */.x}`;
const USER_AGENT = `${about/* NAME */.o}/${about/* VERSION */.x}`;
/** Knows every secret of this run, and takes it out of whatever is printed. */
const secrets = createRedactor(core/* setSecret */.Pq);
/** The step's log. */
const log = {
    info: (line) => core/* info */.pq(secrets.redact(line)),
    warning: (line) => core/* warning */.$e(secrets.redact(line)),
    group: (title) => core/* startGroup */.Oh(secrets.redact(title)),
    endGroup: core/* endGroup */.N4,
    // The runner would drop them, thousands of them, where nobody asked for them (ACTIONS_STEP_DEBUG).
    ...(core/* isDebug */._o() ? { debug: (line) => core/* debug */.Yz(secrets.redact(line)) } : {}),
};
/** What a command that only reads needs of this door. */
const connectionHooks = {
    userAgent: USER_AGENT,
    onSecret: secrets.add,
    onWait: (wait) => log.info((0,limits/* describeLimit */.X)(wait, Date.now())),
};
/** What every command that deletes needs of this door. */
function openHooks() {
    const { say, signal } = createStop(createProgress(log));
    const id = (0,external_node_crypto_.randomUUID)();
    return {
        userAgent: USER_AGENT,
        say,
        stop: signal,
        onSecret: secrets.add,
        run: id,
        // For action-post.ts, which runs even after this process has been killed.
        willStop: (container) => {
            core/* saveState */.LZ("container", container);
            core/* saveState */.LZ("run", id);
        },
    };
}
/** Fails the step, and says why. */
function fail(text) {
    core/* setFailed */.C1(secrets.redact(text));
}
/** Writes the job summary, where there is one. */
async function writeSummary(text) {
    if (process.env["GITHUB_STEP_SUMMARY"] === undefined)
        return;
    await core/* summary */.z.addRaw(secrets.redact(text)).write();
}


/***/ }),

/***/ 8733:
/***/ (function (__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2794);
/* harmony import */ var _deletions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8059);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(215);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6846);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2408);
/* harmony import */ var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(27);
/* harmony import */ var _settings_read_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6679);
/* harmony import */ var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5652);
/* harmony import */ var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2014);









/** The inputs that were given; one that is left out of a workflow arrives as its default, or empty. */
function readInputs() {
    const names = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS */ .y.map(({ name }) => name);
    const variable = (name) => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
    const given = names.filter((name) => process.env[variable(name)] !== undefined);
    const known = new Set(names.map(variable));
    const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
    return {
        raw: Object.fromEntries(given.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name)])),
        problems: unknown.map((key) => (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .unknownSetting */ .pL)(key.slice("INPUT_".length).toLowerCase(), names)),
    };
}
async function run() {
    const { raw, problems } = readInputs();
    // It arrives without anybody's word, so that a command which does not take it does not mind.
    const { "github-token": token, ...given } = raw;
    for (const secret of [raw.password, token])
        _host_js__WEBPACK_IMPORTED_MODULE_2__/* .secrets */ .O3.add(secret ?? "");
    const otherwise = (0,_settings_read_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .settingsOf */ .f)(process.env, token);
    const settings = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .readSettings */ .sb)(given, { problems, files: await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__/* .readSettingFiles */ .y)(given), otherwise });
    switch (settings.command) {
        case "prune":
            return (0,_deletions_js__WEBPACK_IMPORTED_MODULE_1__/* .runPrune */ .u)(settings);
        case "apply":
            return (0,_deletions_js__WEBPACK_IMPORTED_MODULE_1__/* .runApply */ .O)(settings);
        case "restore":
            return (await Promise.all(/* import() */[__nccwpck_require__.e(458), __nccwpck_require__.e(691)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9691))).runRestore(settings);
        case "reclaim":
            return (await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(483), __nccwpck_require__.e(810), __nccwpck_require__.e(897), __nccwpck_require__.e(127)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8127))).runReclaim(settings);
        case "check":
            return (await Promise.all(/* import() */[__nccwpck_require__.e(483), __nccwpck_require__.e(415), __nccwpck_require__.e(1)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2001))).runCheck(settings);
        case "explain":
            return (await __nccwpck_require__.e(/* import() */ 986).then(__nccwpck_require__.bind(__nccwpck_require__, 3986))).runExplain(settings);
        case "try":
            throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc("try reads names from standard input, which a step has none of", "Run it on a command line: prune-image-tags try < tags.txt.");
    }
}
try {
    await run();
}
catch (error) {
    // Whatever is thrown fails the step: a green step that did nothing would be believed.
    (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .fail */ .fJ)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__/* .describeThrown */ .YI)(error));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5808:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ limitTime),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Y9: () => (/* binding */ tellStep),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   kr: () => (/* binding */ requirePruned)
/* harmony export */ });
/* harmony import */ var _core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9513);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6846);


function skipped(why, garbage) {
    return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}
/** Says one step of a collection. */
function tellStep({ hooks }) {
    return (step) => hooks.say({ kind: "collection-step", step });
}
/** The run's own stop, or the end of the time that a collection may take, whichever is first. `end` lets go of the clock. */
function limitTime({ settings, hooks }) {
    const controller = new AbortController();
    const timer = setTimeout(() => {
        controller.abort(new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the collection took longer than gc-timeout (${settings.timeout / 1000} s)`, "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout."));
    }, settings.timeout);
    const signals = [controller.signal, ...(hooks.stop === undefined ? [] : [hooks.stop])];
    return {
        signal: AbortSignal.any(signals),
        end: () => {
            clearTimeout(timer);
        },
    };
}
/** The report of a collection that had nothing to go through. */
const NOTHING = { repositories: [], blobs: [], isWhole: true };
/**
 * Sees to it that a collection went through all that this run pruned.
 * @throws {PruneError} where it did not: it works on another storage then
 */
function requirePruned({ pruned }, report) {
    const missed = (0,_core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .notCollected */ .h4)(report, pruned);
    if (missed.length === 0)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`, "Look at which configuration and volumes the collection runs with: they must be the registry's own.");
}


/***/ }),

/***/ 8364:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ tellingWaits),
/* harmony export */   m: () => (/* binding */ connectionTo)
/* harmony export */ });
/* harmony import */ var _settings_read_github_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3595);

/** Has a run's log say what is waited for. */
function tellingWaits(say) {
    return (wait) => {
        say({ kind: "limit-met", ...wait });
    };
}
/** How a command reaches a registry's host. */
function connectionTo({ login, plainHttp, concurrency, github: own }, { host, scheme }, { userAgent, onSecret, onWait, stop }) {
    const github = (0,_settings_read_github_js__WEBPACK_IMPORTED_MODULE_0__/* .gitHubAt */ .FX)(host, own);
    return {
        host,
        ...(scheme === undefined ? {} : { scheme }),
        ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
        plainHttp,
        concurrency,
        userAgent,
        onSecret,
        ...(github === undefined ? {} : { github }),
        ...(onWait === undefined ? {} : { onWait }),
        ...(stop === undefined ? {} : { stop }),
    };
}


/***/ }),

/***/ 3401:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ runDeletions)
});

// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __nccwpck_require__(6011);
// EXTERNAL MODULE: ./lazy/registry/distribution/host.js + 1 modules
var distribution_host = __nccwpck_require__(9001);
// EXTERNAL MODULE: ./lazy/registry/open.js + 7 modules
var registry_open = __nccwpck_require__(7110);
// EXTERNAL MODULE: ./lazy/core/image/bytes.js
var bytes = __nccwpck_require__(7730);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __nccwpck_require__(5664);
;// CONCATENATED MODULE: ./lazy/run/apply/overwrite-tag.js



const INDEX = "application/vnd.oci.image.index.v1+json";
/**
 * Deletes a tag of a registry that can only delete images (Distribution 2.8): points it at an empty index of its own, which needs no blob, and deletes
 * that (measured; see docs/architecture.md). Nobody else can have that index, for its annotation is drawn anew each time.
 * @throws {PruneError} where it was not written, or was and is still there
 */
async function overwriteTag({ registry, repository }, tag) {
    const { body, digest } = emptyIndex();
    await registry.putManifest(repository, tag, { mediaType: INDEX, body });
    try {
        return await registry.deleteManifest(repository, digest);
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        throw new errors/* PruneError */.Pc(`${repository}:${tag} was pointed at an empty index, which then could not be deleted: ${error.message}`, `The image that it shared is whole. The next run deletes the tag. ${error.nextStep}`, { cause: error });
    }
}
function emptyIndex() {
    const annotations = { "prune-image-tags.untag": (0,external_node_crypto_.randomUUID)() };
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [], annotations }));
    const digest = (0,content_digest/* contentDigest */.e)("sha256", body);
    if (digest === undefined)
        throw new TypeError("a SHA-256 is a digest");
    return { body, digest };
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-deletion.js


/** Why a deletion is not to be tried, by what was just seen and what became of those before it. */
function spareReason(deletion, look, parents) {
    const { tags, digest } = deletion;
    const hasMoved = (tag) => {
        const now = look.tags.get(tag);
        // An image is deleted by its digest, and a tag of it that dangles by now goes with it.
        const isLost = now === undefined && deletion.kind === "manifest";
        return look.tags.has(tag) && now !== digest && !isLost;
    };
    const areMoved = tags.length > 0 && tags.every(hasMoved);
    const own = deletion.kind === "manifest" ? manifestReason(deletion, look) : undefined;
    const parent = deletion.parents.find((one) => !hasGone(parents.get(one)));
    if (own !== undefined)
        return own;
    if (parent !== undefined)
        return { kind: "parent-stays", parent };
    if (areMoved)
        return { kind: "tags-moved" };
    const isLast = deletion.kind === "tag" && digest !== undefined && !look.needed.has(digest);
    return isLast ? { kind: "last-tag" } : undefined;
}
function manifestReason({ digest, orphanOf }, look) {
    const by = look.needed.get(digest);
    if (by !== undefined)
        return { kind: "now-needed-by", by };
    const back = orphanOf.find((subject) => look.back.has(subject));
    return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}
/** Whether a deletion is known to be done. */
function hasGone(outcome) {
    return outcome?.kind === "deleted" || outcome?.kind === "gone";
}
/** Does one deletion. What goes wrong is its outcome. */
async function applyDeletion(options, deletion) {
    const { registry, repository } = options;
    try {
        const kind = await (deletion.kind === "manifest"
            ? registry.deleteManifest(repository, deletion.digest)
            : deleteTag(options, deletion));
        return { kind, deletion };
    }
    catch (error) {
        if (error instanceof errors/* PruneError */.Pc)
            return { kind: "failed", deletion, error };
        throw error;
    }
}
async function deleteTag({ registry, repository, proveRoom }, { tags: [tag], by }) {
    if (by === "delete")
        return registry.deleteTag(repository, tag);
    await proveRoom();
    return overwriteTag({ registry, repository }, tag);
}

;// CONCATENATED MODULE: ./lazy/core/progress/workload.js
// What a deletion costs besides the look at each tag, counted in tags: some 2 ms beside 21 µs a tag (measured, Distribution 2.8 and 3.1 on a disk).
const BASE = 100;
/**
 * What share of the whole work is done with the first so many deletions, from 0 to 1.
 * @param deletions in the order in which they are done
 * @param tags how many tags the repository has before the first, without those that are `untagged` already
 * @param scansTags whether each deletion takes the longer the more tags there are
 */
function workload(deletions, { tags, untagged, scansTags }) {
    const until = new Float64Array(deletions.length + 1);
    let left = tags;
    deletions.forEach((deletion, index) => {
        left -= deletion.tags.filter((tag) => !untagged.has(tag)).length;
        const work = scansTags && deletion.kind === "manifest" ? left + BASE : BASE;
        until[index + 1] = (until[index] ?? 0) + work;
    });
    const whole = until[deletions.length] ?? 0;
    return (done) => (whole === 0 ? 1 : (until[Math.min(done, deletions.length)] ?? whole) / whole);
}

// EXTERNAL MODULE: ./lazy/core/plan/outcome.js
var plan_outcome = __nccwpck_require__(1395);
// EXTERNAL MODULE: ../../node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(8630);
;// CONCATENATED MODULE: ./lazy/run/apply/concurrently.js

/**
 * Does something with each item, in their order, as many at once as `atOnce` says at that time; nothing more is begun after the first error.
 * @throws what `work` throws
 */
async function forEachConcurrently(items, work, atOnce) {
    const limit = (0,p_limit/* default */.A)(atOnce());
    const each = async (item) => {
        try {
            await work(item);
            limit.concurrency = atOnce();
        }
        catch (error) {
            limit.clearQueue();
            throw error;
        }
    };
    await Promise.all(items.map((item) => limit(each, item)));
}
/** Waits until both are over, for what goes on must not outlive what failed beside it. @throws what the second threw, else what the first did */
async function whenBoth(first, second) {
    await Promise.allSettled([first, second]);
    await second;
    return first;
}

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lazy/run/apply/circuit-breaker.js


// Where a registry's storage is damaged, each DELETE can fail after it has done half its work (measured on 2.8).
const FAILURES_IN_A_ROW = 3;
/** What kind of a refusal an error of a registry is. */
function refusalKind(error) {
    return error instanceof registry/* RegistryError */.g ? error.kind : undefined;
}
/** Counts a deletion that went well, or not, and says why nothing more is to be begun after it, if so. */
function giveUpAfter(error, failures, repository) {
    const kind = refusalKind(error);
    if (kind === "rate-limited")
        return error;
    if (kind === "unauthorized" || kind === "forbidden")
        return refused(repository);
    // What a registry keeps for a reason of its own says nothing of the others.
    if (kind === "not-deletable" || kind === "paused")
        return undefined;
    failures.inARow = error === undefined ? 0 : failures.inARow + 1;
    return failures.inARow >= FAILURES_IN_A_ROW ? tooManyFailures(repository) : undefined;
}
function refused(repository) {
    return new errors/* UnsureError */.jA(`${repository}: the registry refuses to delete, as it would every other, so the run stopped there`, "What it says is below. What is left goes in the next run.");
}
function tooManyFailures(repository) {
    return new errors/* UnsureError */.jA(`${repository}: the registry fails to delete, so the run stopped there`, "Look at the registry's log. What is left goes in the next run.");
}
/** What a run that was told to stop says of a repository. */
function toldToStop(repository) {
    return new errors/* PruneError */.Pc(`${repository}: the run was told to stop, and stopped between two deletions`, "No deletion is half done. What is left goes in the next run.");
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-batch.js




/** An outcome, with those of the deletion's tags that were deleted by themselves before. */
function withUntagged(outcome, { untagged }) {
    const { kind, deletion } = outcome;
    const { tags } = deletion;
    // Mostly all were. There may be a hundred thousand, hence no second list, and an object with these three alone: a copy with one more takes twice as much.
    const lost = tags.every((tag) => untagged.has(tag)) ? tags : tags.filter((tag) => untagged.has(tag));
    if (lost.length === 0)
        return outcome;
    return kind === "deleted" || kind === "gone"
        ? { kind, deletion, untagged: lost }
        : { ...outcome, untagged: lost };
}
/** Writes down what became of a deletion. What was left alone and may have lost its parents, or its tags, stays open: of that only the journal knows. */
function record(outcome, recorder, { parents: outcomes }) {
    const { deletion } = outcome;
    const parents = deletion.kind === "manifest" ? deletion.parents : [];
    // A deletion that failed may have been done all the same.
    const mayBeLost = parents.some((parent) => (outcomes.get(parent)?.kind ?? "spared") !== "spared");
    if (outcome.kind !== "spared" || !(mayBeLost || (0,plan_outcome/* isBare */.J)(outcome)))
        recorder.outcome(outcome);
}
/**
 * Does the deletions of one batch, each after those that it belongs to. What goes wrong with one is its outcome.
 * @throws {PruneError} why nothing more is to be begun
 */
async function applyBatch(options, { batch, look, progress, deleting, freshUntil }) {
    const running = new Map();
    const state = { isFirst: true, isPaused: false, failures: { inARow: 0 }, end: undefined };
    const apply = async (deletion) => {
        // All of these stand earlier in the batch and were started before, so nobody waits in a circle.
        const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
        await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
        // A look that took long is fresh when it ends: its first deletion is always done, or slow registries would never get on.
        const isLate = performance.now() > freshUntil && !state.isFirst;
        if (isLate || isOver(state, options))
            return;
        state.isFirst = false;
        const reason = spareReason(deletion, look, progress.parents);
        const outcome = reason === undefined ? await applyDeletion(deleting, deletion) : { kind: "spared", deletion, reason };
        const error = outcome.kind === "failed" ? outcome.error : undefined;
        const kind = refusalKind(error);
        state.isPaused ||= kind === "paused";
        state.end ??= giveUpAfter(error, state.failures, options.plan.repository);
        // Nothing was tried: the deletion is as good as one that was not begun.
        if (kind === "paused" || kind === "rate-limited")
            return;
        const whole = withUntagged(outcome, progress);
        enter(whole, progress);
        record(whole, options.recorder, progress);
        options.say({ kind: "deletion", outcome: whole });
        options.advance();
    };
    const start = (deletion) => {
        const done = apply(deletion);
        if (deletion.kind === "manifest")
            running.set(deletion.digest, done);
        return done;
    };
    await forEachConcurrently(batch, start, () => deleting.registry.deletionsAtOnce());
    if (state.end !== undefined)
        throw state.end;
}
function isOver({ end, isPaused }, { stop, endsAt }) {
    return end !== undefined || isPaused || stop?.aborted === true || performance.now() >= endsAt;
}
function enter(outcome, { outcomes, parents }) {
    const { deletion } = outcome;
    outcomes.set(deletion, outcome);
    if (deletion.kind === "manifest" && parents.has(deletion.digest))
        parents.set(deletion.digest, outcome);
}

// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __nccwpck_require__(7293);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __nccwpck_require__(8240);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __nccwpck_require__(2302);
;// CONCATENATED MODULE: ./lazy/run/apply/recheck.js



/**
 * Lists the tags again and reads what each that stays points at now, and each that this batch would delete; victims of later
 * batches are read in their own turn. A tag that appeared, or was moved, stays, and so does all that it needs; and so does what appeared or changed without a tag, where
 * the registry lists that.
 * @param isPending whether a tag is still to go, with this batch or later
 * @throws {RegistryError | UnsureError} where that could not be seen for certain
 */
async function lookAgain(options, batch, isPending) {
    const { registry, repository, manifests, snapshot } = options;
    const inBatch = plannedTags(batch);
    const listed = (await registry.listTags(repository)) ?? [];
    const read = listed.filter((tag) => inBatch.has(tag) || !isPending(tag));
    const states = await (0,observe/* resolveTags */.yN)(options, read, manifests);
    const untagged = (await registry.listUntagged(repository)) ?? new Map();
    const appeared = [...untagged]
        .filter(([digest, changed]) => isNews(digest, changed, snapshot))
        .map(([digest]) => digest);
    await (0,observe/* readNeeded */.ue)(options, [...appeared, ...manifests.wanted()], { manifests, missing: new Set() });
    const subjects = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
    const back = new Map();
    await (0,observe/* readNeeded */.ue)(options, subjects, { manifests: back, missing: new Set() });
    const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
    return {
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        needed: (0,graph/* neededBy */.Xl)([...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest])], manifests),
        back: new Set(back.keys()),
    };
}
/** Whether something without a tag was not there when the plan was made, or has changed since: somebody pushed it. */
function isNews(digest, changed, { manifests, untagged }) {
    return !manifests.has(digest) || changed > (untagged?.get(digest) ?? Infinity);
}
/** What a tag keeps: what it points at, and what a signature's tag names. */
function rootsOf({ tag, digest }) {
    return [digest, (0,version/* subjectOf */.et)(tag)].flatMap((root) => (root === undefined ? [] : [[root, tag]]));
}
function plannedTags(deletions) {
    return new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest])));
}

;// CONCATENATED MODULE: ./lazy/run/apply/manifests-since.js

/** The manifests that a plan was made from, and what was read since; there may be a hundred thousand of the former, so they are not copied. */
class ManifestsSince {
    #before;
    #since = new Map();
    /** What one of those before needs and was not there. */
    #lacking;
    constructor(before) {
        this.#before = before;
        this.#lacking = (0,graph/* neededIn */.vs)(before).filter((digest) => !before.has(digest));
    }
    get(digest) {
        return this.#before.get(digest) ?? this.#since.get(digest);
    }
    has(digest) {
        return this.#before.has(digest) || this.#since.has(digest);
    }
    set(digest, manifest) {
        this.#since.set(digest, manifest);
    }
    /** Whatever any of them needs that may be there now and is not known: what was missing may have been pushed since. */
    wanted() {
        return [...this.#lacking, ...(0,graph/* neededIn */.vs)(this.#since)].filter((digest) => !this.has(digest));
    }
}

;// CONCATENATED MODULE: ./lazy/run/apply/pending.js

/** The deletions of a plan that are still to be done, in its order. */
class Pending {
    #all;
    /** How many of them had their turn. */
    #taken = 0;
    /** Those that had their turn and are not done. */
    #again = [];
    #tags = new Set();
    #members;
    constructor({ deletions }) {
        this.#all = deletions;
        for (const { tags } of deletions)
            for (const tag of tags)
                this.#tags.add(tag);
        this.#members = (0,grouped/* grouped */.z)(deletions.flatMap((each) => each.kind === "manifest" ? each.parents.map((parent) => [parent, each]) : []));
    }
    get count() {
        return this.#again.length + this.#all.length - this.#taken;
    }
    /** The first of them, at most so many. */
    first(count) {
        const news = this.#all.slice(this.#taken, this.#taken + Math.max(0, count - this.#again.length));
        return [...this.#again.slice(0, count), ...news];
    }
    /** Takes out those of the first `count` that are done. */
    settle(count, isDone) {
        const first = this.first(count);
        for (const deletion of first) {
            if (isDone(deletion))
                for (const tag of deletion.tags)
                    this.#tags.delete(tag);
        }
        this.#taken += first.length - Math.min(count, this.#again.length);
        this.#again = [...first.filter((deletion) => !isDone(deletion)), ...this.#again.slice(count)];
    }
    /** Whether a tag is still to go. */
    hasTag(tag) {
        return this.#tags.has(tag);
    }
    /** These, and what belongs to them and is deleted with them or later: once an index is gone, no list shows its children. */
    withMembers(deletions) {
        const all = new Set(deletions);
        // Grows while it is gone through, for children have children.
        for (const deletion of all) {
            if (deletion.kind !== "manifest")
                continue;
            for (const member of this.#members.get(deletion.digest) ?? [])
                all.add(member);
        }
        return all;
    }
}

;// CONCATENATED MODULE: ./lazy/run/apply/deletion-log.js
/**
 * Writes down what is not written down yet.
 * @param written what is; grows
 */
async function writeDown(recorder, deletions, written) {
    const news = [...deletions].filter((deletion) => !written.has(deletion));
    if (news.length === 0)
        return;
    await recorder.begin(news);
    for (const deletion of news)
        written.add(deletion);
}

;// CONCATENATED MODULE: ./lazy/run/apply/refuse-empty.js


/**
 * Others may have deleted meanwhile what the plan counted on to stay.
 * @param tags what some of the tags that are there now point at
 * @throws {UnsureError} where none of them stays
 */
function refuseEmpty({ allowEmpty, plan, goes }, tags) {
    if (allowEmpty)
        return;
    const stays = [...tags].some(([tag, digest]) => digest !== undefined && !goes.has(tag) && (0,version/* subjectOf */.et)(tag) === undefined);
    // A tag that dangles leaves no image behind, and takes none.
    if (stays || !plan.deletions.some(takesAnImage))
        return;
    throw new errors/* UnsureError */.jA(`${plan.repository} would be left without a tag: what was to stay is gone by now`, "Somebody else deletes in this repository too. See who, and run again.");
}
function takesAnImage({ digest, tags }) {
    return digest !== undefined && tags.length > 0;
}

;// CONCATENATED MODULE: ./lazy/run/apply/untag-first.js






// As many as the journal takes in one go: each tag is read again just before it goes, so none relies on an older look.
const BATCH = 500;
/**
 * Whether images lose their tags first. A registry that looks at every tag for each manifest that it deletes takes a time that grows as the square of how many
 * go; with their tags gone there are few to look at.
 */
async function paysToUntag(options) {
    const { registry, repository, plan, snapshot, untag, limits } = options;
    const victims = plan.deletions.filter(standsAlone).length;
    if (untag === "never" || !registry.scansTags || victims < limits.untagFrom)
        return false;
    return (snapshot.untags ?? (await registry.untags(repository))) === "yes";
}
/** Whether it goes whatever becomes of others: a signature must not lose its tag before its image has gone. */
function standsAlone(deletion) {
    return (deletion.kind === "manifest" &&
        deletion.tags.length > 0 &&
        deletion.parents.length === 0 &&
        deletion.orphanOf.length === 0);
}
/**
 * Deletes the tags of the images that go, oldest first, each only where it still points at its image in that moment, and leaves the images: they are deleted by
 * their digests afterwards, and are in the journal before. Half of the time that is left is for that.
 * @throws {PruneError} why nothing more is to be begun
 */
async function untagFirst(options, pending, progress) {
    const { plan, stop, endsAt, recorder, say } = options;
    const victims = plan.deletions.filter(standsAlone);
    const now = performance.now();
    const isOver = () => stop?.aborted === true || performance.now() >= now + (endsAt - now) / 2;
    const failures = { inARow: 0 };
    let done = 0;
    const advance = () => {
        done += 1;
        const { length: total } = victims;
        say({ kind: "advanced", advance: { what: "untagging", done, total, share: done / total } });
    };
    for (let start = 0; start < victims.length && !isOver(); start += BATCH) {
        const batch = victims.slice(start, start + BATCH);
        const writing = writeDown(recorder, batch, progress.written);
        await whenBoth(refuseEmptyNow(options, pending), writing);
        await untagBatch({ ...options, failures, isOver, advance }, batch, progress.untagged);
    }
}
/** Looks whether a tag that stays is there, before names are taken from images. */
async function refuseEmptyNow(options, pending) {
    const { registry, repository } = options;
    const listed = (await registry.listTags(repository)) ?? [];
    const found = new Map();
    for (const tag of listed) {
        if (pending.hasTag(tag) || (0,version/* subjectOf */.et)(tag) !== undefined)
            continue;
        const read = await registry.readManifest(repository, tag);
        found.set(tag, read?.digest);
        // One is enough.
        if (read !== undefined)
            break;
    }
    refuseEmpty(options, found);
}
async function untagBatch(options, batch, untagged) {
    const { registry, plan, failures, isOver, advance } = options;
    let end;
    const untag = async ({ digest, tags }) => {
        for (const tag of tags) {
            if (isOver() || end !== undefined)
                return;
            const error = await untagOne(options, { tag, digest }, untagged);
            end ??= giveUpAfter(error, failures, plan.repository);
        }
        advance();
    };
    await forEachConcurrently(batch, untag, () => registry.deletionsAtOnce());
    if (end !== undefined)
        throw end;
}
/** Deletes a tag if it points at its image now. @returns what went wrong: its image is deleted by its digest all the same, and takes the tag along */
async function untagOne({ registry, repository }, { tag, digest }, untagged) {
    try {
        if ((await registry.resolveTag(repository, tag)) !== digest)
            return undefined;
        // Before it is sent, for one that failed may have been done all the same.
        untagged.add(tag);
        await registry.deleteTag(repository, tag);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        const kind = refusalKind(error);
        if (kind === "unauthorized" || kind === "forbidden")
            untagged.delete(tag);
        return error;
    }
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-plan.js











// 200: below that it would save less than a quarter of a second (measured: docs/performance.md).
const LIMITS = { deletions: 100, freshFor: 30_000, untagFrom: 200 };
/**
 * Carries out a plan, looking again before each batch at what everybody else has done to the repository meanwhile.
 * Throws nothing: whatever goes wrong is an outcome, for some of the plan may have been carried out.
 */
async function applyPlan(options) {
    const { plan, recorder, registry, limits = LIMITS, endsAt = Infinity } = options;
    const progress = {
        outcomes: new Map(),
        parents: new Map(plan.deletions.flatMap(({ parents }) => parents.map((parent) => [parent, undefined]))),
        written: new Set(),
        untagged: new Set(),
    };
    const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
    const applying = { ...options, limits, endsAt, goes };
    let stopped;
    try {
        await registry.proveDeletes(options.repository);
        const pending = new Pending(plan);
        if (await paysToUntag(applying))
            await untagFirst(applying, pending, progress);
        await applyBatches(applying, pending, progress);
    }
    catch (error) {
        stopped =
            error instanceof errors/* PruneError */.Pc
                ? error
                : new errors/* PruneError */.Pc(`the run broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
    }
    const reason = { kind: stopped === undefined ? "time-limit" : "stopped" };
    const deletions = plan.deletions.map((deletion) => {
        const outcome = progress.outcomes.get(deletion);
        if (outcome !== undefined)
            return outcome;
        const whole = withUntagged({ kind: "spared", deletion, reason }, progress);
        if (progress.written.has(deletion))
            record(whole, recorder, progress);
        return whole;
    });
    return { deletions, ...(stopped === undefined ? {} : { stopped }) };
}
async function applyBatches(options, pending, progress) {
    const { plan, limits, say, registry, repository } = options;
    const manifests = new ManifestsSince(options.snapshot.manifests);
    const shareOf = workload(plan.deletions, {
        tags: options.snapshot.tags.length - progress.untagged.size,
        untagged: progress.untagged,
        scansTags: registry.scansTags,
    });
    const advance = () => {
        const { size: done } = progress.outcomes;
        const total = plan.deletions.length;
        say({ kind: "advanced", advance: { what: "deleting", done, total, share: shareOf(done) } });
    };
    let room;
    const proveRoom = () => (room ??= registry.proveRoom(repository));
    while (pending.count > 0) {
        if (options.stop?.aborted === true)
            throw toldToStop(plan.repository);
        if (performance.now() >= options.endsAt)
            return;
        const batch = pending.first(limits.deletions);
        const looking = lookAgain({ ...options, manifests }, batch, (tag) => pending.hasTag(tag)).then((look) => ({
            look,
            freshUntil: performance.now() + limits.freshFor,
        }));
        // At once, for a disk takes its time to be sure of what is written; nothing is deleted before both are over.
        const writing = writeDown(options.recorder, pending.withMembers(batch), progress.written);
        const { look, freshUntil } = await whenBoth(looking, writing);
        say({ kind: "checked", tags: look.tags.size });
        refuseEmpty(options, look.tags);
        await applyBatch({ ...options, advance }, { batch, look, progress, freshUntil, deleting: { registry, repository, proveRoom } });
        pending.settle(batch.length, (deletion) => progress.outcomes.has(deletion));
    }
}

// EXTERNAL MODULE: ./lazy/run/observe/heap.js
var heap = __nccwpck_require__(7662);
;// CONCATENATED MODULE: ./lazy/run/verify/verify.js



/**
 * Reads the repository again and compares it with what was to stay: every kept tag, and every part of it that was there before.
 * @throws {RegistryError | UnsureError} where that could not be read for certain
 */
async function verify(given) {
    const { registry, repository, plan, deletions, say } = given;
    const options = { ...given, advance: (0,observe/* advancing */.QS)("verifying", say) };
    say({ kind: "verifying" });
    const listed = (await registry.listTags(repository)) ?? [];
    const manifests = new Map();
    const known = { manifests, missing: new Set() };
    const states = await (0,observe/* listedStill */.y1)(options, await (0,observe/* readTags */.g$)(options, listed, manifests));
    const now = new Map(states.map((state) => [state.tag, state]));
    // Of a kept tag that is gone, whether its image is too says who did it.
    const lost = plan.verdicts.filter(({ kind, tag }) => kind === "keep" && !now.has(tag));
    const lostImages = lost.flatMap(({ digest }) => digest ?? []);
    await (0,observe/* readNeeded */.ue)(options, [...lostImages, ...(0,graph/* neededIn */.vs)(manifests)], known);
    const removed = deletions.flatMap(removedBy);
    const removedNow = new Set(removed.filter((digest) => known.missing.has(digest)));
    const context = { ...options, now, known, removedNow, anyRemoved: removed[0] };
    return { ...sumUp(findings(plan, outcomesByTag(deletions), context)), listed: now };
}
/** What a deletion deleted, or tried to: one that failed may have been done all the same. */
function removedBy({ kind, deletion }) {
    return deletion.kind === "manifest" && (kind === "deleted" || kind === "failed") ? [deletion.digest] : [];
}
function outcomesByTag(deletions) {
    const outcomes = new Map();
    for (const outcome of deletions)
        for (const tag of outcome.deletion.tags)
            outcomes.set(tag, outcome);
    return outcomes;
}
/** One by one, for there may be a hundred thousand. */
function* findings(plan, outcomes, context) {
    for (const verdict of plan.verdicts) {
        yield verdict.kind === "keep"
            ? keptNow(verdict.tag, verdict.digest, context)
            : victimNow(verdict, outcomes.get(verdict.tag), context);
    }
    yield* appeared(context);
}
function sumUp(found) {
    const [deleted, notes, harms] = [[], [], []];
    for (const { deleted: tag, note, harm } of found) {
        if (tag !== undefined)
            deleted.push(tag);
        if (note !== undefined)
            notes.push(note);
        if (harm !== undefined)
            harms.push(harm);
    }
    return { deleted, notes, harm: harms };
}
function keptNow(tag, digest, context) {
    // It dangled before this run, and is reported with its verdict.
    if (digest === undefined)
        return {};
    const state = context.now.get(tag);
    if (state === undefined) {
        // Another run that deletes this image takes the image too. Where only the tag is gone, it stood on one of ours.
        return context.known.manifests.has(digest)
            ? { harm: { kind: "tag-lost", tag, image: digest } }
            : { note: { kind: "removed", tag } };
    }
    const missing = state.digest === undefined ? digest : missingPart(state.digest, context);
    if (missing !== undefined)
        return { harm: { kind: "part-missing", tag, missing } };
    return state.digest === undefined || state.digest === digest
        ? {}
        : { note: { kind: "moved", tag, to: state.digest } };
}
/** A part of an image that was there before this run, or that this run deleted, and is not there now. */
function missingPart(digest, { known, snapshot, removedNow }) {
    return [...(0,graph/* contents */.PG)([digest], known.manifests)].find((part) => known.missing.has(part) && (snapshot.manifests.has(part) || removedNow.has(part)));
}
function victimNow({ tag, digest }, outcome, context) {
    const state = context.now.get(tag);
    const wasTried = outcome !== undefined && (outcome.kind !== "spared" || outcome.untagged?.includes(tag) === true);
    if (state === undefined)
        return wasTried ? { deleted: tag } : { note: { kind: "removed", tag } };
    if (state.digest === undefined)
        return { note: { kind: "dangling", tag } };
    if (state.digest === digest) {
        return hasGone(outcome) ? { note: { kind: "still-there", tag } } : {};
    }
    const missing = missingPart(state.digest, context);
    return missing === undefined
        ? { note: { kind: "moved", tag, to: state.digest } }
        : { harm: { kind: "part-missing", tag, missing } };
}
/** Tags that somebody pushed meanwhile, where this run broke them in the moment between its last look and its DELETE. */
function appeared(context) {
    const news = new Map(context.now);
    for (const { tag } of context.snapshot.tags)
        news.delete(tag);
    return [...news.values()].flatMap(({ tag, digest }) => {
        const missing = digest === undefined ? context.anyRemoved : missingPart(digest, context);
        return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
    });
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/execute-plan.js







/** Does what a draft says, unless this is a dry run, and looks afterwards at what it has done. */
async function executePlan(settings, { draft, journals }, { say, stop }) {
    const { repository, registry, snapshot, target, plan, reclaimable, sizes, refused } = draft;
    const { deletions } = plan;
    const base = { repository, plan, sizes };
    if (refused !== undefined)
        return { kind: "failed", ...base, error: refused };
    if (settings.dryRun)
        return { kind: "planned", ...base, reclaimable };
    if (deletions.length === 0) {
        const nothing = { bytes: 0, isLeast: false };
        return { kind: "applied", ...base, deletions: [], ...NOTHING, reclaimable: nothing };
    }
    if (stop?.aborted === true)
        return { kind: "failed", ...base, error: toldToStop(repository) };
    const tags = deletions.flatMap((deletion) => deletion.tags).length;
    const manifests = deletions.filter(({ kind }) => kind === "manifest").length;
    say({ kind: "deleting", repository, manifests, tags });
    const reading = { ...settings, registry, repository: target.repository, snapshot, plan, say };
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
    const applied = await applyPlan({ ...reading, stop, recorder: journals.recorderOf(repository) });
    if (isUntouched(applied) && applied.stopped !== undefined) {
        return { kind: "failed", ...base, error: applied.stopped };
    }
    const gone = applied.deletions.flatMap(digestGone);
    // Mostly all went, and to count the layers of a hundred thousand images takes as much memory as some of what is known of them.
    const freed = gone.length === manifests ? reclaimable : (0,bytes/* uniqueBytes */.nx)(snapshot, new Set(gone));
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
    try {
        const { listed, ...verified } = await verify({ ...reading, deletions: applied.deletions });
        await writeDownLost(verified, { draft, journals });
        const seen = { ...applied, deletions: asSeen(applied, listed) };
        return { kind: "applied", ...base, ...seen, ...verified, reclaimable: freed };
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        const stopped = applied.stopped ?? unverified(repository, error);
        return { kind: "applied", ...base, ...applied, ...NOTHING, reclaimable: freed, stopped };
    }
}
const NOTHING = { deleted: [], notes: [], harm: [] };
function isUntouched({ deletions }) {
    return deletions.every(({ kind, untagged }) => kind === "spared" && untagged === undefined);
}
function digestGone(outcome) {
    const { deletion } = outcome;
    return deletion.kind === "manifest" && hasGone(outcome) ? [deletion.digest] : [];
}
/** Of the tags that were deleted by themselves, only those that are gone: what failed may have been done, or not. */
function asSeen({ deletions }, listed) {
    return deletions.map((outcome) => {
        const { untagged = [], ...rest } = outcome;
        const lost = untagged.filter((tag) => !listed.has(tag));
        // Mostly all are, and there may be a hundred thousand.
        if (lost.length === untagged.length)
            return outcome;
        return lost.length === 0 ? rest : { ...rest, untagged: lost };
    });
}
/** Writes down where tags pointed that were to stay and are lost, so that they can be put back. */
async function writeDownLost({ harm }, { draft, journals }) {
    for (const each of harm) {
        if (each.kind === "tag-lost")
            await journals.lost(draft.repository, each.tag, each.image);
    }
}
function unverified(repository, cause) {
    return new errors/* UnsureError */.jA(`${repository}: what was deleted could not be looked at afterwards: ${cause.message}`, `${cause.nextStep}\nThe log names each deletion. A dry run shows how the repository is now.`, { cause });
}

// EXTERNAL MODULE: ./lazy/report/run/result.js
var result = __nccwpck_require__(5327);
// EXTERNAL MODULE: ./lazy/commands/collection/job.js
var job = __nccwpck_require__(5808);
;// CONCATENATED MODULE: ./lazy/commands/collection/after-prune.js


/**
 * Sees before anything is deleted that a container's garbage can be collected, and brings back a registry that a run which was killed left stopped.
 * @throws {PruneError} where it can't be collected
 */
async function prepareCollection({ collection, dryRun }, host, { say, stop }) {
    if (collection?.by.kind === "command") {
        const { refuseDeleteUntagged } = await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(229)]).then(__nccwpck_require__.bind(__nccwpck_require__, 229));
        await refuseDeleteUntagged(collection.by.script, host);
    }
    if (collection?.by.kind !== "container")
        return;
    // Lazily, here and below: most prunes collect no garbage, and load nothing of it.
    const { openSite } = await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(483), __nccwpck_require__.e(854)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1854));
    const { engine, container } = await openSite(collection.by.name);
    if (dryRun)
        return;
    const { recover } = await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(810), __nccwpck_require__.e(449)]).then(__nccwpck_require__.bind(__nccwpck_require__, 449));
    await recover({
        engine,
        name: container.name,
        host,
        stop,
        say: (step) => {
            say({ kind: "collection-step", step });
        },
    });
}
/** Collects what a prune deleted, unless it deleted nothing or failed: what a failed one deleted can still be put back. */
async function collectAfterPrune(settings, site, hooks) {
    const { collection, concurrency, dryRun } = settings;
    if (collection === undefined)
        return undefined;
    if (dryRun)
        return (0,job/* skipped */.hT)({ kind: "dry-run" });
    if ((0,result/* statusOf */.c2)(site.result) !== "done")
        return (0,job/* skipped */.hT)({ kind: "prune-failed" });
    const pruned = site.pruned.filter(({ outcome }) => hasDeleted(outcome));
    if (pruned.length === 0)
        return (0,job/* skipped */.hT)({ kind: "nothing-deleted" });
    const { collect } = await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(483), __nccwpck_require__.e(810), __nccwpck_require__.e(897)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1897));
    return collect({
        settings: collection,
        registry: await site.open(),
        host: site.host,
        concurrency,
        pruned: pruned.map(({ snapshot }) => snapshot.repository),
        known: knownSizes(site.pruned),
        isDryRun: false,
        hooks,
    });
}
function hasDeleted(outcome) {
    return outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted");
}
function knownSizes(pruned) {
    const manifests = pruned.flatMap(({ snapshot }) => [...snapshot.manifests]);
    const named = manifests.flatMap(([digest, manifest]) => [
        { digest, ...(manifest.bytes === undefined ? {} : { bytes: manifest.bytes }) },
        ...(manifest.kind === "index" ? [] : (manifest.blobs ?? [])),
    ]);
    return new Map(named.flatMap(({ digest, bytes }) => (bytes === undefined ? [] : [[digest, bytes]])));
}

// EXTERNAL MODULE: ./lazy/commands/connection.js
var connection = __nccwpck_require__(8364);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lazy/run/journal/local-file.js
var local_file = __nccwpck_require__(8673);
;// CONCATENATED MODULE: ./lazy/run/journal/spool.js





// Some five thousand manifests: fewer never touch the disk.
const HOLDS_BYTES = 4 * 1024 * 1024;
/** Makes an empty spool. @param holds how many bytes stay in memory */
function createSpool(holds = HOLDS_BYTES) {
    return new OverflowingSpool(holds);
}
class OverflowingSpool {
    #holds;
    #places = new Map();
    #held = [];
    #heldBytes = 0;
    #end = 0;
    #file;
    /** Where one write fails, so do all that follow. */
    #writing = Promise.resolve();
    constructor(holds) {
        this.#holds = holds;
    }
    async keep({ digest, mediaType, body }) {
        if (!this.#places.has(digest)) {
            const place = { mediaType, length: body.length, body, position: 0 };
            this.#places.set(digest, place);
            this.#held.push(place);
            this.#heldBytes += body.length;
            if (this.#heldBytes > this.#holds)
                this.#spill();
        }
        // Whoever brings more waits too, or memory would fill while the disk is slow.
        await this.#writing;
    }
    #spill() {
        const places = this.#held;
        this.#held = [];
        this.#heldBytes = 0;
        this.#writing = this.#writing.then(() => this.#write(places));
        // Whoever keeps something waits for it.
        this.#writing.catch(() => undefined);
    }
    async #write(places) {
        this.#file ??= await openTemporary();
        const { file, base } = this.#file;
        const bytes = Buffer.concat(places.flatMap(({ body }) => body ?? []));
        try {
            await (0,local_file/* writeWhole */.f8)(file, bytes, this.#end);
        }
        catch (error) {
            throw failed(base, "written", error);
        }
        for (const place of places) {
            place.position = this.#end;
            place.body = undefined;
            this.#end += place.length;
        }
    }
    async read(digest) {
        const place = this.#places.get(digest);
        if (place === undefined)
            return undefined;
        const { mediaType, body, length, position } = place;
        return { mediaType, body: body ?? (await this.#readBack(length, position)) };
    }
    async #readBack(length, position) {
        const body = Buffer.alloc(length);
        try {
            const { bytesRead = 0 } = (await this.#file?.file.read(body, 0, length, position)) ?? {};
            if (bytesRead < length)
                throw new Error("it is shorter than what was written to it");
        }
        catch (error) {
            throw failed(this.#file?.base ?? "", "read", error);
        }
        return body;
    }
    async close() {
        await this.#writing.catch(() => undefined);
        await this.#file?.file.close().catch(() => undefined);
        if (this.#file !== undefined)
            await remove(this.#file.folder);
    }
}
/** @throws {PruneError} where there can't be one */
async function openTemporary() {
    const base = (0,external_node_os_.tmpdir)();
    try {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(base, "prune-image-tags-"));
        try {
            return { file: await (0,promises_.open)((0,external_node_path_.join)(folder, "manifests"), "wx+", 0o600), base, folder };
        }
        finally {
            // Without a name the file goes with the process, however that ends. Windows keeps the folder until the file is closed.
            await remove(folder);
        }
    }
    catch (error) {
        throw failed(base, "written", error);
    }
}
/** What is left behind is a nuisance, not a failure of the run. */
async function remove(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
}
function failed(base, what, cause) {
    return new errors/* PruneError */.Pc(`the manifests that were read can't be put aside: a temporary file in ${base} can't be ${what}: ${(0,local_file/* whyRefused */.fG)(cause)}`, "Nothing was deleted. Make room there, or name another folder in the environment variable TMPDIR, and run again.", { cause });
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/journals.js


/**
 * Makes ready to write a journal, and reads the one that the settings name, where it is there already.
 * @throws {PruneError} where that can't be read, or is none
 */
async function createJournals(settings, hooks) {
    const { dryRun, journal: path } = settings;
    const earlier = path === undefined ? NO_JOURNAL : await readEarlier(path, hooks.say);
    return new RunJournals(settings, hooks, { earlier, spool: dryRun ? undefined : createSpool() });
}
class RunJournals {
    keep;
    #settings;
    #hooks;
    #ready;
    /** Repositories of which it was said where an earlier run has its journal: a plan is made twice where a person agrees to it. */
    #looked = new Set();
    #opened;
    constructor(settings, hooks, ready) {
        this.#settings = settings;
        this.#hooks = hooks;
        this.#ready = ready;
        const { spool } = ready;
        if (spool !== undefined)
            this.keep = (found) => spool.keep(found);
    }
    get path() {
        return this.#opened?.path;
    }
    leftoversOf(repository) {
        return [...(this.#ready.earlier.get(repository)?.leftovers ?? [])];
    }
    async closeGone(repository, gone) {
        if (this.#settings.dryRun || gone.size === 0)
            return;
        const journal = await this.#open();
        for (const deletion of this.#ready.earlier.get(repository)?.deletions ?? []) {
            if (deletion.kind === "manifest" && gone.has(deletion.digest)) {
                journal.outcome(repository, { kind: "gone", deletion });
            }
        }
    }
    async lookForOthers(repository) {
        if (this.#settings.journal !== undefined || this.#looked.has(repository))
            return;
        this.#looked.add(repository);
        // Lazily, here and below: most runs find no journal, and need nothing that reads one.
        if (!(await hasEntries(this.#hooks.journalFolder)))
            return;
        const { unfinishedJournal } = await __nccwpck_require__.e(/* import() */ 825).then(__nccwpck_require__.bind(__nccwpck_require__, 9825));
        const path = await unfinishedJournal(this.#hooks.journalFolder, repository);
        if (path !== undefined)
            this.#hooks.say({ kind: "journal-left", repository, path });
    }
    recorderOf(repository) {
        // Already now, while the registry is still asked whether it deletes.
        loadJournal().catch(() => undefined);
        return {
            begin: async (deletions) => {
                const journal = await this.#open();
                await journal.begin(repository, deletions, async (digest) => this.#ready.spool?.read(digest));
            },
            outcome: (outcome) => this.#opened?.outcome(repository, outcome),
        };
    }
    async lost(repository, tag, digest) {
        await this.#opened?.lost(repository, tag, digest);
    }
    async close() {
        await this.#opened?.close();
        await this.#ready.spool?.close();
    }
    async #open() {
        if (this.#opened !== undefined)
            return this.#opened;
        const { journal: path } = this.#settings;
        const { tool, journalFolder, say } = this.#hooks;
        const place = path === undefined ? { kind: "folder", path: journalFolder } : { kind: "file", path };
        const journal = await loadJournal();
        this.#opened = await journal.openJournal(place, { tool, created: new Date() });
        say({ kind: "journal-opened", path: this.#opened.path });
        return this.#opened;
    }
}
function loadJournal() {
    return __nccwpck_require__.e(/* import() */ 602).then(__nccwpck_require__.bind(__nccwpck_require__, 4602));
}
const NO_JOURNAL = new Map();
async function readEarlier(path, say) {
    const isThere = await (0,promises_.stat)(path).then(({ size }) => size > 0, () => false);
    if (!isThere)
        return NO_JOURNAL;
    const { readJournal } = await Promise.all(/* import() */[__nccwpck_require__.e(458), __nccwpck_require__.e(860)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6860));
    const { repositories, tornLines } = await readJournal(path);
    if (tornLines > 0)
        say({ kind: "journal-torn", path, lines: tornLines });
    return repositories;
}
async function hasEntries(folder) {
    return (0,promises_.readdir)(folder).then((names) => names.length > 0, () => false);
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/deletion-run.js







/**
 * Carries out plans for any number of repositories, and collects the garbage where the settings say how. What goes wrong in one repository is its outcome,
 * and does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `draft` throws
 */
async function runDeletions(settings, job, hooks) {
    const registries = new Map();
    const open = (reference) => {
        const registry = registries.get(reference.host) ?? openFor(settings, reference, hooks);
        registries.set(reference.host, registry);
        return registry;
    };
    const journals = await createJournals(settings, hooks);
    try {
        if (settings.collection === undefined || job.first === undefined) {
            const { result } = await deleteAll(settings, { ...job, open, journals }, hooks);
            return result;
        }
        return await deleteAndCollect(settings, { ...job, open, journals, first: job.first }, hooks);
    }
    finally {
        await journals.close();
        for (const registry of await Promise.allSettled(registries.values())) {
            if (registry.status === "fulfilled")
                registry.value.close();
        }
    }
}
/** A collection is of one registry, so all images are on the host of the first. */
async function deleteAndCollect(settings, running, hooks) {
    const { open, first } = running;
    const host = await (0,distribution_host/* openHost */.Z)((0,connection/* connectionTo */.m)(settings, first, hooks));
    try {
        await prepareCollection(settings, host, hooks);
        const { pruned, result } = await deleteAll(settings, running, hooks);
        const site = { open: () => open(first), host, pruned, result };
        const collection = await collectAfterPrune(settings, site, hooks);
        return { ...result, ...(collection === undefined ? {} : { collection }) };
    }
    finally {
        host.close();
    }
}
async function deleteAll(settings, { draft: makeDrafts, open, journals }, hooks) {
    const endsAt = performance.now() + (settings.timeLimit ?? Infinity);
    const drafts = await makeDrafts(open, journals);
    const unused = unusedPatterns(drafts);
    if (unused.length > 0)
        hooks.say({ kind: "patterns-unused", patterns: unused });
    const outcomes = [];
    const pruned = [];
    for (const draft of drafts) {
        if (draft.kind === "over") {
            outcomes.push(draft.outcome);
            continue;
        }
        const outcome = await executePlan({ ...settings, endsAt }, { draft, journals }, hooks);
        outcomes.push(outcome);
        hooks.say({ kind: "repository-ended", outcome });
        pruned.push({ snapshot: draft.snapshot, outcome });
    }
    const { path } = journals;
    const frees = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft.registry.frees] : []));
    return {
        result: {
            isDryRun: settings.dryRun,
            outcomes,
            unused,
            frees: new Set(frees),
            ...(path === undefined ? {} : { journal: path }),
        },
        pruned,
    };
}
/** Patterns that name nothing in any of the repositories that they are for; none as long as one of these could not be read. */
function unusedPatterns(drafts) {
    if (drafts.some((draft) => draft.kind === "over" && draft.outcome.kind === "failed"))
        return [];
    const uses = drafts.flatMap((draft) => (draft.kind === "planned" ? (draft.patterns ?? []) : []));
    const byName = (0,grouped/* grouped */.z)(uses.map((use) => [`${use.setting}: ${use.text}`, use]));
    return [...byName.values()].flatMap((all) => (all.some(({ isUsed }) => isUsed) ? [] : all.slice(0, 1)));
}
function openFor(settings, at, hooks) {
    const onWait = (0,connection/* tellingWaits */.W)(hooks.say);
    return (0,registry_open/* openRegistry */.M)({ ...(0,connection/* connectionTo */.m)(settings, at, { ...hooks, onWait }), rights: rightsOf(settings) });
}
/** A dry run asks for no right but to pull, and nobody asks for the right to push who was not told to write. */
function rightsOf({ dryRun, untag }) {
    if (dryRun)
        return ["pull"];
    return untag === "overwrite" ? ["pull", "push", "delete"] : ["pull", "delete"];
}


/***/ }),

/***/ 9987:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ planEach),
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   bJ: () => (/* binding */ confirmPlans),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* unused harmony export bytesOf */
/* harmony import */ var _core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7730);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6846);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);



/** The repositories that references name, each once, with all that is named in it. */
function placesOf(images) {
    const first = images.filter((image, index) => images.findIndex((other) => (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)(image, other)) === index);
    return first.map((reference) => {
        const { host, repository } = reference;
        const named = images.filter((image) => (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)(image, reference));
        const tags = named.flatMap(({ tag }) => tag ?? []);
        const digests = named.flatMap(({ digest }) => digest ?? []);
        return { reference, target: { host, repository, tags, digests } };
    });
}
/** How a site is read, with the bytes of what is read put aside. */
function readingOf({ registry, target }, { keep }, concurrency) {
    return { registry, repository: target.repository, concurrency, ...(keep === undefined ? {} : { keep }) };
}
/** Drafts for each place in turn. What goes wrong in one is its outcome. */
async function planEach(places, { open, decide, }, say) {
    const drafts = [];
    for (const place of places) {
        const { target } = place;
        const repository = `${target.host}/${target.repository}`;
        say({ kind: "repository-started", repository });
        const draft = await planOne(place, { open, decide }).catch((error) => {
            if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc))
                throw error;
            return { kind: "over", outcome: { kind: "failed", repository, error } };
        });
        if (draft.kind === "over")
            say({ kind: "repository-ended", outcome: draft.outcome });
        else
            say({ ...planOf(draft), kind: "planned" });
        drafts.push(draft);
    }
    return drafts;
}
async function planOne({ reference, target, isFound = false }, { open, decide, }) {
    const repository = `${target.host}/${target.repository}`;
    const site = { repository, target, registry: await open(reference) };
    const decision = await decide(site);
    if (decision.kind !== "decided") {
        const isLeft = isFound && (decision.why === "no-tags" || decision.why === "unknown-repository");
        return { kind: "over", outcome: isLeft ? { ...decision, why: "left-empty" } : decision };
    }
    return { ...decision, ...site, ...bytesOf(decision.plan, decision.snapshot), kind: "planned" };
}
/** What a plan comes to in bytes, whole and image by image. */
function bytesOf({ deletions }, snapshot) {
    const gone = new Set();
    for (const deletion of deletions)
        if (deletion.kind === "manifest")
            gone.add(deletion.digest);
    return { reclaimable: (0,_core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueBytes */ .nx)(snapshot, gone), sizes: (0,_core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueBytesEach */ .YD)(snapshot, gone) };
}
function planOf({ repository, plan, reclaimable, sizes }) {
    return { repository, plan, reclaimable, sizes };
}
/** Drafts, and where a person is to agree, asks until what the person agreed to is what there is to do. */
async function confirmPlans(draftAll, { dryRun }, hooks) {
    let drafts = await draftAll();
    for (;;) {
        const planned = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft] : []));
        await hooks.savePlans(planned.map(planOf));
        const doable = planned.filter(({ plan: { deletions }, refused }) => deletions.length > 0 && refused === undefined);
        if (dryRun || hooks.confirm === undefined || doable.length === 0)
            return drafts;
        if (!(await hooks.confirm(doable.map(planOf)))) {
            throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc("You said no, so nothing was deleted", "Run again when you are ready.");
        }
        // People take their time, and others push meanwhile.
        const again = await draftAll();
        if (deletionsOf(again) === deletionsOf(drafts))
            return again;
        drafts = again;
    }
}
function deletionsOf(drafts) {
    return JSON.stringify(drafts.map((draft) => (draft.kind === "planned" ? [draft.repository, draft.plan.deletions] : [])));
}


/***/ }),

/***/ 6846:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pc: () => (/* binding */ PruneError),
/* harmony export */   Ys: () => (/* binding */ BadInputError),
/* harmony export */   jA: () => (/* binding */ UnsureError)
/* harmony export */ });
/** A failure as its reader needs it: what happened (`message`), why (`cause`), and what to do next. */
class PruneError extends Error {
    name = "PruneError";
    /** What the reader can do now, in one or more sentences (lines allowed). */
    nextStep;
    constructor(message, nextStep, options) {
        super(message, options);
        this.nextStep = nextStep;
    }
}
/** Everything that is wrong with the input, in one error. */
class BadInputError extends PruneError {
    name = "BadInputError";
    problems;
    constructor(problems) {
        const lines = problems.map(({ setting, message }) => `  ${setting}: ${message}`);
        super(`Bad input (${problems.length} ${problems.length === 1 ? "problem" : "problems"}):\n${lines.join("\n")}`, "Nothing was read or deleted. Correct what is listed and run again.");
        this.problems = problems;
    }
}
/** What is needed for a safe decision could not be known, so nothing is decided. */
class UnsureError extends PruneError {
    name = "UnsureError";
}


/***/ }),

/***/ 6011:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
/** Values by their key, keys and values in the order given. */
function grouped(pairs) {
    const groups = new Map();
    for (const [key, value] of pairs) {
        const group = groups.get(key);
        // Most are of one, and an empty list that is added to makes room for seventeen.
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return groups;
}


/***/ }),

/***/ 3979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Whether a parsed JSON value is an object (not null, not an array). */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The non-empty string at a key of a parsed JSON object; `undefined` for anything else. */
function textAt(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return typeof found === "string" && found !== "" ? found : undefined;
}
/** Parses JSON; `undefined` where the text is none, which JSON itself can't say. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9357);

function listed(words, last) {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
/** The known name that is most like this one. */
function nearest(name, known) {
    const distances = known.map((other) => ({ other, distance: (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(name, other) }));
    return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "another";
}


/***/ }),

/***/ 7730:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ blobSizes),
/* harmony export */   YD: () => (/* binding */ uniqueBytesEach),
/* harmony export */   nx: () => (/* binding */ uniqueBytes),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7293);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8544);


/**
 * What would be garbage in this repository without these manifests: they themselves, and their configurations and layers, as far as no other manifest of
 * the snapshot refers to them. Each blob counts once. Other repositories of the registry may still hold it.
 */
function uniqueBytes({ manifests }, gone) {
    return countBytes(gone, { manifests, held: heldBy(manifests, gone) });
}
/**
 * As `uniqueBytes`, for each image of `gone` and what it contains, all of them being gone: what only victims share counts for each of them. Counted when it is
 * asked for, as of a hundred thousand a person is shown some hundred.
 */
function uniqueBytesEach({ manifests }, gone) {
    const context = { manifests, held: heldBy(manifests, gone) };
    return {
        get: (image) => {
            if (!gone.has(image))
                return undefined;
            const parts = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(image, manifests)].filter((digest) => gone.has(digest));
            return countBytes(new Set(parts), context);
        },
    };
}
function countBytes(gone, { manifests, held }) {
    const sizes = namedSizes(gone, manifests);
    let [bytes, isLeast] = [0, false];
    const add = (size) => {
        if (size === undefined)
            isLeast = true;
        else
            bytes += size;
    };
    for (const digest of gone) {
        const manifest = manifests.get(digest);
        if (manifest === undefined)
            continue;
        // What nothing names counts once anyhow, and a table of a hundred thousand more takes megabytes.
        if (sizes.has(digest))
            note(sizes, digest, manifest.bytes);
        else
            add(manifest.bytes);
    }
    for (const [digest, size] of sizes) {
        const isLost = gone.has(digest) && manifests.has(digest);
        if (isLost || !held.has(digest))
            add(size);
    }
    return { bytes, isLeast };
}
/** The bytes of manifests and of the blobs that they name, as far as any of them says; `undefined` where none does. */
function blobSizes(manifests) {
    const sizes = namedSizes(manifests.keys(), manifests);
    for (const [digest, { bytes }] of manifests)
        note(sizes, digest, bytes);
    return sizes;
}
/** The bytes of the blobs that these manifests name. */
function namedSizes(digests, manifests) {
    const sizes = new Map();
    for (const digest of digests) {
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsOf */ .OR)(manifests.get(digest)))
            note(sizes, blob.digest, blob.bytes);
    }
    return sizes;
}
/** Schema 1 names no size, and another manifest may know it. Where two disagree, the smaller is sure, whatever the order. */
function note(sizes, digest, bytes) {
    const known = sizes.get(digest);
    sizes.set(digest, known === undefined || bytes === undefined ? (known ?? bytes) : Math.min(known, bytes));
}
/** What these come to. */
function countOf(digests, sizes) {
    const known = digests.flatMap((digest) => sizes.get(digest) ?? []);
    return { bytes: known.reduce((sum, bytes) => sum + bytes, 0), isLeast: known.length < digests.length };
}
function heldBy(manifests, gone) {
    const held = new Set();
    for (const [digest, manifest] of manifests) {
        if (!gone.has(digest))
            for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsOf */ .OR)(manifest))
                held.add(blob.digest);
    }
    return held;
}


/***/ }),

/***/ 7865:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readCreated),
/* harmony export */   h: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6953);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7293);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3979);



/**
 * When an image was created: by its configuration (OCI image spec, `created`), else by its annotation `org.opencontainers.image.created`; an index, when the
 * newest of its images was.
 */
function ageOf(image, { manifests, dates }) {
    const [own, ...others] = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .contents */ .PG)([image], manifests)].map((digest) => manifests.get(digest));
    const images = [own, ...others].flatMap((part) => part === undefined || part.kind === "index" ? [] : part);
    const unread = images.flatMap((part) => {
        const config = configOf(part);
        return config === undefined || dates.has(config) ? [] : [config];
    });
    if (unread.length > 0)
        return { kind: "unread", configs: unread };
    const found = images.flatMap((part) => dateOf(part, dates) ?? []);
    // An index of what has no dates of its own, such as charts, may have one.
    const created = found.length > 0 ? Math.max(...found) : own?.created;
    return created === undefined ? { kind: "undated" } : { kind: "dated", created };
}
function configOf(manifest) {
    return manifest.kind === "image" ? manifest.config : undefined;
}
function dateOf(manifest, dates) {
    const config = configOf(manifest);
    return (config === undefined ? undefined : dates.get(config)) ?? manifest.created;
}
/** The date that an image's configuration says. */
function readCreated(config) {
    const parsed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(config);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(parsed) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(parsed["created"]) : undefined;
}


/***/ }),

/***/ 6953:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readDate)
/* harmony export */ });
// Docker's first release: no image is older, so what says that it is has a made-up date. Reproducible builds write 1970 or 1980, Go's zero time is the year 1.
const FIRST_POSSIBLE = Date.UTC(2013, 2, 13);
/** A date as image configurations and annotations have it (RFC 3339), in milliseconds since 1970; `undefined` for what can't be the date of an image. */
function readDate(value) {
    // Without its zone a time would be read in this machine's.
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(value)) {
        return undefined;
    }
    const date = Date.parse(value);
    return date >= FIRST_POSSIBLE ? date : undefined;
}


/***/ }),

/***/ 7293:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   PG: () => (/* binding */ contents),
/* harmony export */   Xl: () => (/* binding */ neededBy),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   eN: () => (/* binding */ needs),
/* harmony export */   vs: () => (/* binding */ neededIn)
/* harmony export */ });
/* unused harmony export reach */
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8544);

/** What a manifest names and would be harmed by losing: an index's children, a referrer's subject. */
function needs(manifest) {
    if (manifest.kind === "schema1")
        return [];
    const children = manifest.kind === "index" ? manifest.children : [];
    return manifest.subject === undefined ? children : [...children, manifest.subject];
}
/** All that manifests need, each maybe more than once. */
function neededIn(manifests) {
    return [...manifests.values()].flatMap(needs);
}
/** The roots and all they need, through nested indexes and subjects, roots first. */
function reach(roots, manifests) {
    return walk(roots, manifests, needs);
}
/** Everything that the roots need, themselves and their blobs included, each with the first root's `by` that needs it. */
function neededBy(roots, manifests) {
    const needed = new Map();
    for (const [root, by] of roots) {
        // What is needed already was walked with all that it needs.
        if (needed.has(root))
            continue;
        needed.set(root, by);
        const manifest = manifests.get(root);
        if (manifest === undefined || needs(manifest).length === 0)
            continue;
        for (const digest of reach([root], manifests))
            if (!needed.has(digest))
                needed.set(digest, by);
    }
    // Deleting a manifest, Distribution 2.8 unlinks a layer of the same bytes too (measured). Only now: a blob is not walked.
    for (const [digest, by] of [...needed]) {
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .blobsOf */ .OR)(manifests.get(digest))) {
            if (!needed.has(blob.digest))
                needed.set(blob.digest, by);
        }
    }
    return needed;
}
/** The roots and all that they contain, through nested indexes, roots first. Subjects are not contained. */
function contents(roots, manifests) {
    return walk(roots, manifests, (manifest) => (manifest.kind === "index" ? manifest.children : []));
}
/** An image and all that it contains: `contents` of one root, of which most contain nothing. */
function partsOf(root, manifests) {
    return manifests.get(root)?.kind === "index" ? contents([root], manifests) : [root];
}
function walk(roots, manifests, next) {
    const seen = new Set(roots);
    // A Set hands out what is added while it is walked, so this visits everything once.
    for (const digest of seen) {
        const manifest = manifests.get(digest);
        if (manifest !== undefined)
            for (const other of next(manifest))
                seen.add(other);
    }
    return seen;
}
/**
 * The nodes, each after all its predecessors, otherwise in the order given.
 * Where predecessors form a circle, the one that closes it is passed over.
 */
function inOrder(nodes, predecessors) {
    const entered = new Set();
    const ordered = [];
    const enter = (node) => {
        if (entered.has(node))
            return;
        entered.add(node);
        predecessors(node).forEach(enter);
        ordered.push(node);
    };
    nodes.forEach(enter);
    return ordered;
}


/***/ }),

/***/ 8544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ internBlobs),
/* harmony export */   FG: () => (/* binding */ ACCEPTED_MEDIA_TYPES),
/* harmony export */   Fl: () => (/* binding */ blobDigests),
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Pr: () => (/* binding */ isSchema1)
/* harmony export */ });
/* harmony import */ var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6953);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6846);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3979);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);




/** The configuration and layers that a manifest names; an index has none. */
function blobsOf(manifest) {
    return manifest === undefined || manifest.kind === "index" ? [] : (manifest.blobs ?? []);
}
/** The digests of the configuration and layers that a manifest names. */
function blobDigests(manifest) {
    return blobsOf(manifest).map(({ digest }) => digest);
}
/**
 * Has manifests that name the same configuration or layer share what they say of it, from the first on that is given: images have most of their layers in common,
 * and there may be a hundred thousand images.
 */
function internBlobs() {
    const known = new Map();
    const shared = (blob) => {
        const first = known.get(blob.digest);
        if (first === undefined)
            known.set(blob.digest, blob);
        return first !== undefined && first.bytes === blob.bytes ? first : blob;
    };
    return (manifest) => {
        if (manifest.kind === "index" || manifest.blobs === undefined)
            return manifest;
        return { ...manifest, blobs: manifest.blobs.map(shared) };
    };
}
const INDEX_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
];
const IMAGE_TYPES = [
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const SCHEMA1_TYPES = [
    "application/vnd.docker.distribution.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v1+prettyjws",
];
// What a registry's other artifacts have there (charts, signatures) says no date.
const CONFIG_TYPES = [
    "application/vnd.oci.image.config.v1+json",
    "application/vnd.docker.container.image.v1+json",
];
/** All four types, always: asked for Docker's alone, Distribution answers an index's tag with its child's digest. */
const ACCEPTED_MEDIA_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES];
/** Whether a media type is that of a schema 1 manifest, whose digest can't be computed from its bytes. */
function isSchema1(mediaType) {
    return SCHEMA1_TYPES.includes(mediaType);
}
/**
 * Reads a manifest from what a registry sent.
 * @param mediaType the Content-Type, without parameters
 * @param body the parsed JSON
 * @throws {UnsureError} where it is not certain what the manifest contains
 */
function decodeManifest(mediaType, body) {
    if (isSchema1(mediaType))
        return { kind: "schema1", blobs: schema1Blobs(body), ...schema1Date(body) };
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body))
        throw unsure("it is not a JSON object");
    const own = body["mediaType"];
    if (own !== undefined && own !== mediaType) {
        throw unsure(`it was sent as "${mediaType}" and calls itself ${JSON.stringify(own)}`);
    }
    const subject = body["subject"] === undefined ? {} : { subject: digestOf(body["subject"]) };
    const more = { ...subject, ...annotatedDate(body) };
    if (INDEX_TYPES.includes(mediaType))
        return { kind: "index", children: childrenOf(body), ...more };
    if (IMAGE_TYPES.includes(mediaType)) {
        // CVE-2021-41190: a manifest that can be read as an image and as an index alike is neither.
        if (body["manifests"] !== undefined)
            throw unsure("it is an image that also lists manifests");
        return { kind: "image", ...more, blobs: namedBlobs(body), ...configOf(body) };
    }
    throw unsure(`its media type is "${mediaType}"`);
}
function childrenOf(body) {
    const { manifests } = body;
    if (!Array.isArray(manifests))
        throw unsure("it is an index without a list of manifests");
    return manifests.map(digestOf);
}
/** No decision rests on these, so what can't be read among them is left out. */
function namedBlobs(body) {
    const { config, layers } = body;
    const listed = Array.isArray(layers) ? layers : [];
    const blobs = [config, ...listed].flatMap((descriptor) => {
        if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(descriptor) || isForeign(descriptor))
            return [];
        const { digest, size } = descriptor;
        if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            return [];
        const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
        return [isSize ? { digest, bytes: size } : { digest }];
    });
    // There may be a hundred thousand such lists at once, and a list that has grown has room for many more; a copy has not.
    return blobs.slice();
}
function configOf({ config }) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(config))
        return {};
    const { digest, mediaType } = config;
    const isImages = typeof mediaType === "string" && CONFIG_TYPES.includes(mediaType);
    return isImages && typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? { config: digest } : {};
}
/** OCI image spec, "Pre-Defined Annotation Keys". */
function annotatedDate({ annotations }) {
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(annotations) ? annotations["org.opencontainers.image.created"] : undefined;
    const created = (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(text);
    return created === undefined ? {} : { created };
}
/** Schema 1 has the newest layer's history first, as a text of JSON. */
function schema1Date(body) {
    const history = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body) ? body["history"] : undefined;
    const newest = Array.isArray(history) ? history[0] : undefined;
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(newest) ? newest["v1Compatibility"] : undefined;
    const image = typeof text === "string" ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text) : undefined;
    const created = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(image) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(image["created"]) : undefined;
    return created === undefined ? {} : { created };
}
/** Layers that are fetched from elsewhere need not be in the registry (OCI image spec, "non-distributable layers"). */
function isForeign({ mediaType, urls }) {
    return ((Array.isArray(urls) && urls.length > 0) ||
        (typeof mediaType === "string" && /foreign|nondistributable/.test(mediaType)));
}
function schema1Blobs(body) {
    const layers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body) ? body["fsLayers"] : undefined;
    if (!Array.isArray(layers))
        return [];
    return layers.flatMap((layer) => {
        const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(layer) ? layer["blobSum"] : undefined;
        return typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? [{ digest }] : [];
    });
}
function digestOf(descriptor) {
    const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(descriptor) ? descriptor["digest"] : undefined;
    if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        throw unsure("a descriptor in it has no valid digest");
    return digest;
}
function unsure(why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UnsureError */ .jA(`a manifest can't be understood: ${why}`, "Push the image again in an OCI or Docker v2 format, or delete its tag by hand.");
}


/***/ }),

/***/ 385:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   aA: () => (/* binding */ tokenKind),
/* harmony export */   yQ: () => (/* binding */ GITHUB_COM)
/* harmony export */ });
/** GitHub.com. */
const GITHUB_COM = { api: "https://api.github.com", registry: "ghcr.io" };
/**
 * The registry of the GitHub whose API is at an address: `ghcr.io` of GitHub.com, `containers.SUBDOMAIN.ghe.com` of GitHub Enterprise Cloud with data residency,
 * `containers.HOSTNAME` of GitHub Enterprise Server (https://docs.github.com/enterprise-server@latest/packages/working-with-a-github-packages-registry/working-with-the-container-registry).
 * `undefined` where the address is none of theirs.
 */
function registryOf(api) {
    if (api === GITHUB_COM.api)
        return GITHUB_COM.registry;
    const cloud = /^https:\/\/api\.([a-z0-9-]+\.ghe\.com)$/.exec(api)?.[1];
    const server = /^https?:\/\/([^/]+)\/api\/v3$/.exec(api)?.[1];
    const host = cloud ?? server;
    return host === undefined ? undefined : `containers.${host}`;
}
/** The kind of a token. `github.token` is an installation's. */
function tokenKind(token) {
    if (token.startsWith("ghs_"))
        return "installation";
    if (token.startsWith("ghp_"))
        return "classic";
    return token.startsWith("github_pat_") ? "fine-grained" : "other";
}


/***/ }),

/***/ 1780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ namesHost),
/* harmony export */   GJ: () => (/* binding */ parseTagGlob),
/* harmony export */   Oo: () => (/* binding */ wrongPattern),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   y5: () => (/* binding */ parseRepositoryGlob)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1026);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);


/**
 * Reads a glob of tags, of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`. What could silently match something else than it seems to is refused.
 * @throws {PruneError} with what is wrong and how to write it
 */
function parseTagGlob(text) {
    return compileGlob(text, globProblem(text, /[^\w.*?[\]{},^-]/u, "a tag"));
}
/** Reads a glob of repositories, with its host or without. @throws {PruneError} with what is wrong and how to write it */
function parseRepositoryGlob(text) {
    return compileGlob(text, globProblem(text, /[^a-z0-9_./:*?[\]{},^-]/u, "a repository's name"));
}
/** Whether a pattern of repositories can mean their host too: its first part looks like one, or it is a regular expression. */
function namesHost({ text }) {
    return /^\/|^[^/]*[.:][^/]*\//.test(text);
}
/** Whether a text has a glob's signs in it. */
function isGlob(text) {
    return /[*?[\]{}]/.test(text);
}
const LEFT_OPEN = "a bracket or brace is left open; close it, for example {alpha,beta}";
function compileGlob(text, problem) {
    if (problem !== undefined)
        throw wrongPattern(text, problem);
    // picomatch has team/** match team itself, which is not below it.
    const glob = text.replace(/\/\*\*$/, "/**/*");
    try {
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_1__(glob, { strictBrackets: true });
        return { text, matches: (name) => matches(name) };
    }
    catch (cause) {
        throw wrongPattern(text, LEFT_OPEN, cause);
    }
}
function globProblem(text, strange, what) {
    if (text === "")
        return "it is empty; write a pattern, such as *-alpha.*";
    if (text.startsWith("!"))
        return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
    if (/,/.test(withoutBraces(text))) {
        return "a comma separates only within braces; write one pattern a line, or {a,b}";
    }
    if (text.includes("[!"))
        return "write [^...] for a character that is none of these";
    if (/(?<!\[)\^/.test(text)) {
        return "^ means none of these, and stands behind [ alone; a glob is for the whole name";
    }
    // picomatch takes {a} for those three characters and {01..10} for a class of digits.
    if (/\{[^,{}]*\}|\{[^{}]*\.\.[^{}]*\}/.test(text)) {
        return "braces hold a choice with commas, such as {alpha,beta}, and no ranges";
    }
    if (isOpen(text))
        return LEFT_OPEN;
    // picomatch takes a class that is none for one that matches nothing.
    const classes = text.match(/\[\^?[^\]]*\]/g) ?? [];
    if (!classes.every(isClass)) {
        return "a range in brackets goes backwards, or nothing is in them; write [a-z]";
    }
    const foreign = strange.exec(text)?.[0];
    if (foreign === undefined)
        return undefined;
    return `"${foreign}" can't stand in ${what}, so this would match nothing; patterns are globs of * ? [a-z] {a,b}, or a regular expression between slashes`;
}
function isOpen(text) {
    const outside = withoutBraces(text.replace(/\[[^\]]*\]/g, ""));
    return /[[\]{}]/.test(outside);
}
function isClass(text) {
    try {
        new RegExp(text, "u");
        return !/^\[\^?\]$/.test(text);
    }
    catch {
        return false;
    }
}
function withoutBraces(text) {
    const shorter = text.replace(/\{[^{}]*\}/g, "");
    return shorter === text ? text : withoutBraces(shorter);
}
/** What is wrong with a pattern. */
function wrongPattern(text, why, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`"${text}": ${why}`, "Correct the pattern.", { cause });
}


/***/ }),

/***/ 1404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   GM: () => (/* binding */ compareGroups),
/* harmony export */   I8: () => (/* binding */ nameOfGroup),
/* harmony export */   Qz: () => (/* binding */ EVERYTHING),
/* harmony export */   l4: () => (/* binding */ GROUP_KEYS)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1184);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8240);


/** The group of names that have nothing by which they could be told apart. */
const OTHERS = "other names";
/** The group of a tag's name. */
function groupOf(name, keys) {
    const version = name.kind === "version" ? versionPart(name.version, keys) : undefined;
    const hasChannel = keys.includes("channel") && (name.kind === "version" || name.kind === "label");
    return {
        ...(version === undefined ? {} : { version }),
        ...(hasChannel ? { channel: name.channel } : {}),
    };
}
function versionPart({ major, minor, patch }, keys) {
    if (keys.includes("patch"))
        return `${major}.${minor}.${patch}`;
    if (keys.includes("minor"))
        return `${major}.${minor}.x`;
    return keys.includes("major") ? `${major}.x` : undefined;
}
/** A group as people are told of it, such as `3.4.x alpha`. Groups of one set of keys that differ have different names. */
function nameOfGroup({ version, channel }, keys) {
    if (keys.length === 0)
        return EVERYTHING;
    const parts = [version, channel].filter((part) => part !== undefined);
    return parts.length === 0 ? OTHERS : parts.join(" ");
}
/** Total order of groups: the newer version first, then releases, then channels by name; what has neither is last. */
function compareGroups(a, b) {
    return compareVersions(a.version, b.version) || compareChannels(a.channel, b.channel);
}
function compareVersions(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareNatural */ .dk)(b, a);
}
function compareChannels(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || b === undefined)
        return a === undefined ? 1 : -1;
    if (a === _version_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE */ .g2 || b === _version_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE */ .g2)
        return a === _version_js__WEBPACK_IMPORTED_MODULE_0__/* .RELEASE */ .g2 ? -1 : 1;
    return a < b ? -1 : 1;
}
const GROUP_KEYS = ["channel", "major", "minor", "patch"];
/** What the one group is called where nothing is counted apart. */
const EVERYTHING = "all";


/***/ }),

/***/ 1184:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _y: () => (/* binding */ comparatorOf),
/* harmony export */   dk: () => (/* binding */ compareNatural),
/* harmony export */   lF: () => (/* binding */ compareTagsNewestFirst),
/* harmony export */   mX: () => (/* binding */ SORTS),
/* harmony export */   tK: () => (/* binding */ compareBySemver)
/* harmony export */ });
/* unused harmony exports comparePrecedence, compareByPrerelease, compareByCreated */
const SORTS = ["semver", "prerelease", "natural", "created"];
/**
 * Compares as SemVer 2.0 §11 does (negative: `a` is older), save that identifiers which mix letters and digits
 * compare run by run, so that rc10 is newer than rc9. Build metadata has no say.
 */
function comparePrecedence(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePrereleases(a.prerelease, b.prerelease));
}
function comparePrereleases(a, b) {
    // SemVer 2.0 §11.3: a release is newer than its prereleases.
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    return compareLists(a, b, compareIdentifiers);
}
function compareIdentifiers(a, b) {
    if (a === b)
        return 0;
    const numeric = Number(isDigits(b)) - Number(isDigits(a)); // §11.4.3: numeric identifiers are the lower ones
    return numeric === 0 ? compareLists(identifierRuns(a), identifierRuns(b), compareRuns) : numeric;
}
/** One run, as SemVer compares it, unless it mixes letters and digits. */
function identifierRuns(identifier) {
    if (isDigits(identifier))
        return [identifier];
    return /[A-Za-z]/.test(identifier) && /\d/.test(identifier) ? runs(identifier) : [identifier];
}
/** Compares runs of digits as numbers and all else by code unit; a text that ends first is the older. 007 equals 7. */
function compareNatural(a, b) {
    const start = runOfDifference(a, b);
    return compareLists(runs(a.slice(start)), runs(b.slice(start)), compareRuns);
}
/** Where the run begins in which two texts differ first. What is before it is the same, and the tags of a repository have most in common. */
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
    // A number is below any text, else 9a, 10a and 19- would go round in a circle.
    return Number(isDigits(b)) - Number(isDigits(a)) || compareBytes(a, b);
}
/** Digit strings of any length, as numbers. */
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
    return code >= 48 && code <= 57; // 0 to 9
}
/** The first difference decides; where there is none, the longer list is the newer. */
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
/** Total order of tag names alone, newest first: natural, then by bytes. */
function compareTagsNewestFirst(a, b) {
    return compareNatural(b, a) || compareBytes(b, a);
}
/** Total order, newest first: by version; a name that is none is older than any version. */
function compareBySemver(a, b) {
    return compareVersions(b, a) || compareByName(a, b);
}
/** Total order, newest first: by the prerelease's numbers, then by version. */
function compareByPrerelease(a, b) {
    return compareLists(numbersOf(b.name), numbersOf(a.name), compareDigits) || compareBySemver(a, b);
}
/** Total order, newest first: by the image's date, one without a date being older than any; then natural. */
function compareByCreated(a, b) {
    return compareDates(b.created, a.created) || compareByName(a, b);
}
function compareByName(a, b) {
    return compareTagsNewestFirst(a.tag, b.tag);
}
function compareVersions(a, b) {
    if (a.name.kind === "version" && b.name.kind === "version") {
        return comparePrecedence(a.name.version, b.name.version);
    }
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
/** The order of a sort: total, newest first. */
function comparatorOf(sort) {
    switch (sort) {
        case "semver":
            return compareBySemver;
        case "prerelease":
            return compareByPrerelease;
        case "natural":
            return compareByName;
        case "created":
            return compareByCreated;
    }
}


/***/ }),

/***/ 1033:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   en: () => (/* binding */ isRepositoryName),
/* harmony export */   jU: () => (/* binding */ isHost),
/* harmony export */   mQ: () => (/* binding */ splitReference),
/* harmony export */   nL: () => (/* binding */ DOCKER_HUB_HOSTS),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);

/** Whether two places are of one repository. */
function isSameRepository(a, b) {
    return a.host === b.host && a.repository === b.repository;
}
// The grammar of https://pkg.go.dev/github.com/distribution/reference (host, path, tag, digest).
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
const SHA256_LENGTH = "sha256:".length + 64;
const MAX_REPOSITORY = 255;
/** Whether `text` is a tag by the distribution grammar: a word character, then up to 127 of `[A-Za-z0-9_.-]`. */
function isTag(text) {
    return TAG.test(text);
}
/** Whether `text` is a digest by the distribution grammar: `algorithm:hex`; SHA-256 and SHA-512 at their length. */
function isDigest(text) {
    // Nearly all are of this kind, and there may be hundreds of thousands.
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
/** Whether `text` is a host name, IPv4 address or bracketed IPv6 address, with or without a port. */
function isHost(text) {
    return HOST.test(text);
}
/** The hosts that Docker takes a reference without a host for. */
const DOCKER_HUB_HOSTS = [
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
    "registry.hub.docker.com",
];
/**
 * Reads `[http://|https://]host[:port]/repository[:tag][@digest]`, as Docker does: without a host
 * (a first part with a dot or a port, or `localhost`) a reference means Docker Hub.
 * @throws {PruneError} with what is wrong, and how to write it
 */
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
/**
 * Reads `host/repository` as plans and journals have it: the first part is always the host, also one such as `registry`, without which Docker would look on
 * its Hub.
 * @throws {PruneError} where it is not that
 */
function parseRepository(text) {
    const { host, repository, tag, digest } = parseReference(`https://${text}`);
    if (`${host}/${repository}` === text && tag === undefined && digest === undefined) {
        return { host, repository };
    }
    throw invalid(text, "it is not host/repository");
}
/** Takes the host off what stands behind it, as Docker does. @throws {PruneError} where the host is none */
function splitReference(text) {
    const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
    const { host, path } = splitHost(scheme === undefined ? text : text.slice(scheme.length + 3), scheme);
    return { ...(scheme === "http" || scheme === "https" ? { scheme } : {}), host, path };
}
function splitHost(rest, scheme) {
    const slash = rest.indexOf("/");
    const first = slash === -1 ? rest : rest.slice(0, slash);
    const names = scheme !== undefined || (slash !== -1 && (/[.:]/.test(first) || first === "localhost"));
    if (!names)
        return { host: "docker.io", path: rest };
    if (first.includes("@")) {
        throw invalid("a reference", "it holds a user name or password; give those as username and password");
    }
    if (!isHost(first))
        throw invalid(rest, `"${first}" is not a host; write host[:port]/repository[:tag]`);
    return { host: first, path: slash === -1 ? "" : rest.slice(slash + 1) };
}
function splitPath(text, path) {
    const at = path.indexOf("@");
    const digest = at === -1 ? undefined : path.slice(at + 1);
    const name = at === -1 ? path : path.slice(0, at);
    const colon = name.lastIndexOf(":");
    const tag = colon === -1 || name.includes("/", colon) ? undefined : name.slice(colon + 1);
    const repository = tag === undefined ? name : name.slice(0, colon);
    if (repository === "")
        throw invalid(text, "it names no repository; write host[:port]/repository[:tag]");
    return {
        repository,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
    };
}
/** Whether a text is a repository's name, without its host. */
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
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`"${text}" is not an image reference: ${why}`, "Correct the reference.");
}


/***/ }),

/***/ 8240:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UF: () => (/* binding */ readTagName),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   g2: () => (/* binding */ RELEASE)
/* harmony export */ });
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5797);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1033);
// Alone: the whole of semver takes as long to load as all of the core.


// SemVer 2.0 (https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions), widened as tags are written:
// an optional v, leading zeros (2024.01.15), letters straight after the patch (1.2.3rc1), and _ for +.
const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const VERSION = new RegExp(
// Numbers, and the patch of them; what comes after a dash, or straight after the patch, and the head of that. Not by names: those make each reading slower by half.
"^[vV]?(\\d+\\.\\d+\\.(\\d+))" +
    `(?:-(${IDENTIFIERS})|(([A-Za-z]+\\d*)(?:[.-]${IDENTIFIERS})?))?` +
    `(?:_${IDENTIFIERS})?$`);
const LABEL = /^(?<label>[A-Za-z][0-9A-Za-z]*(?:[._-][A-Za-z][0-9A-Za-z]*)*)[._-](?<number>\d+)(?:[._-](?<hash>[0-9a-z]+))?$/;
const REFERRER = /^sha256-(?<hex>[0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;
/** Reads a tag's name: a version, a label with a number, a referrer of a digest, or nothing that can be ordered. */
function readTagName(tag) {
    const subject = subjectOf(tag);
    if (subject !== undefined)
        return { kind: "referrer", subject };
    return readVersion(tag) ?? readLabel(tag) ?? { kind: "other" };
}
/** What a signature's or attachment's tag names as its subject; `undefined` for any other tag. */
function subjectOf(tag) {
    if (!tag.startsWith("sha256-"))
        return undefined;
    const hex = REFERRER.exec(tag)?.groups?.["hex"];
    const subject = `sha256:${hex ?? ""}`;
    return hex !== undefined && (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(subject) ? subject : undefined;
}
/** The channel of a version without a prerelease. */
const RELEASE = "release";
function readVersion(tag) {
    const [whole, numbers = "", patch = "", dashed, glued, head = ""] = VERSION.exec(tag) ?? [];
    if (whole === undefined)
        return undefined;
    // 1.2.3abcdef1 may be 1.2.3 with a commit hash behind it, so it is not read as a version at all.
    if (isCommitHash(head) || isCommitHash(patch + head))
        return undefined;
    const text = dashed ?? glued;
    const prerelease = text === undefined ? [] : text.split(".");
    // The rest is made as SemVer's grammar says already, and the numbers in it may have zeros in front.
    const parsed = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_0__(trimmed(numbers));
    if (parsed === null)
        return undefined;
    const version = { major: parsed.major, minor: parsed.minor, patch: parsed.patch, prerelease };
    if (prerelease.length === 0)
        return { kind: "version", version, channel: RELEASE, numbers: [] };
    return { kind: "version", version, ...readPrerelease(prerelease) };
}
/** Numbers without the zeros in front of them, which semver does not take. */
function trimmed(numbers) {
    return /(?:^|\.)0\d/.test(numbers) ? numbers.replaceAll(/(?<=^|\.)0+(?=\d)/g, "") : numbers;
}
/** The channel (letters alone, case folded, `build` where none are left) and the numbers of prerelease identifiers. */
function readPrerelease(identifiers) {
    const letters = [];
    const numbers = [];
    for (const part of partsOf(identifiers)) {
        if (isCommitHash(part))
            continue;
        // Most are letters alone, or a number.
        if (!/\d/.test(part)) {
            if (part !== "")
                letters.push(part.toLowerCase());
        }
        else if (/^\d+$/.test(part)) {
            numbers.push(part);
        }
        else {
            numbers.push(...(part.match(/\d+/g) ?? []));
            letters.push(part.replaceAll(/\d+/g, "").toLowerCase());
        }
    }
    return { channel: letters.length === 0 ? "build" : letters.join("-"), numbers };
}
function partsOf(identifiers) {
    // Most have no dash.
    return identifiers.some((identifier) => identifier.includes("-"))
        ? identifiers.flatMap((identifier) => identifier.split("-"))
        : identifiers;
}
function readLabel(tag) {
    const { label, number, hash } = LABEL.exec(tag)?.groups ?? {};
    if (label === undefined || number === undefined)
        return undefined;
    if (hash !== undefined && !isCommitHash(hash))
        return undefined;
    if (label.split(/[._-]/).some(isCommitHash))
        return undefined;
    return { kind: "label", channel: label.toLowerCase(), numbers: [number] };
}
/** A commit hash: `g` (git describe's) or not, then 7 to 40 hex digits, with a letter and a digit among them. */
function isCommitHash(text) {
    return text.length >= 7 && /^g?[0-9a-f]{7,40}$/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
}


/***/ }),

/***/ 8565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  oy: () => (/* binding */ missingOf),
  et: () => (/* binding */ plan),
  Of: () => (/* binding */ refusalOf),
  Ot: () => (/* binding */ refuseEmpty)
});

// EXTERNAL MODULE: ./lazy/core/policy/decide.js + 1 modules
var decide = __nccwpck_require__(5809);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __nccwpck_require__(7293);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __nccwpck_require__(6011);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __nccwpck_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/plan/notice.js


const MANY_CHANNELS = 10;
/** What somebody is to look at. */
function noticesOf({ places, undated }, { budget }) {
    const hasCandidates = places.some(({ place }) => place.kind === "ranked" || place.kind === "date-unread");
    const channels = endlessChannels(places);
    return [
        ...(hasCandidates || places.length === 0 ? [] : [{ kind: "no-candidates" }]),
        ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels }]),
        ...(undated.length === 0 ? [] : [{ kind: "undated", tags: undated }]),
        ...(budget !== undefined && budget.least.bytes > budget.maxSize
            ? [{ kind: "over-budget", ...budget }]
            : []),
    ];
}
/**
 * The channels that each are of one version alone (3.4.0-my-branch.1, 3.4.0-my-branch.2), where there are many, most are so, and nearly each brings a word of
 * its own. Flavours and stages go on through many versions, and are put together from a few words (rc-alpine, rc-slim, slim-alpine).
 */
function endlessChannels(places) {
    const groups = new Set(places.flatMap(({ place }) => (place.kind === "ranked" ? [place.group] : [])));
    // Two channels are never one group, where channels are counted apart.
    if (groups.size < MANY_CHANNELS)
        return [];
    const versions = (0,grouped/* grouped */.z)(places.flatMap(({ tag, place }) => {
        if (place.kind !== "ranked" || !place.rule.groupBy.includes("channel"))
            return [];
        const name = (0,version/* readTagName */.UF)(tag);
        if (name.kind === "label")
            return [[name.channel, ""]];
        if (name.kind !== "version" || name.channel === version/* RELEASE */.g2)
            return [];
        const { major, minor, patch } = name.version;
        return [[name.channel, `${major}.${minor}.${patch}`]];
    }));
    const ofOneVersion = [...versions].flatMap(([channel, all]) => (new Set(all).size === 1 ? [channel] : []));
    const words = new Set(ofOneVersion.flatMap((channel) => channel.split(/[._-]/)));
    const isMost = versions.size >= MANY_CHANNELS && ofOneVersion.length > versions.size / 2;
    return isMost && words.size >= ofOneVersion.length ? ofOneVersion : [];
}

// EXTERNAL MODULE: ./lazy/core/names/order.js
var order = __nccwpck_require__(1184);
;// CONCATENATED MODULE: ./lazy/core/plan/order-deletions.js




/**
 * What to delete, in the order to do it: the order that `Plan.deletions` promises.
 * @param newestFirst every candidate
 */
function orderDeletions({ verdicts, doomed }, snapshot, newestFirst) {
    const victims = verdicts.filter((verdict) => verdict.kind === "delete");
    const images = tagsByImage(victims);
    const owners = new Map(victims.map(({ tag, digest }) => [tag, digest]));
    const family = familyOf(victims, snapshot);
    const order = orderManifests({
        roots: oldestFirst(owners, newestFirst),
        owners,
        doomed,
        family,
        snapshot,
    });
    const orphans = orphansOf(victims);
    const manifests = order.map(({ digest, parents, after }) => ({
        kind: "manifest",
        digest,
        tags: sorted(images.get(digest) ?? NONE),
        parents,
        after,
        orphanOf: orphans.get(digest) ?? NONE,
    }));
    return [...manifests, ...verdicts.filter((verdict) => verdict.kind === "untag").map(tagDeletion)];
}
function sorted(tags) {
    return tags.length < 2 ? tags : [...tags].sort(order/* compareTagsNewestFirst */.lF);
}
/** One for all of them: most deletions have nothing before them, and there may be a hundred thousand. */
const NONE = [];
function tagDeletion({ tag, digest, by, reason }) {
    const parents = reason.kind === "referrer-of" ? [reason.subject] : [];
    return { kind: "tag", tags: [tag], by, parents, ...(digest === undefined ? {} : { digest }) };
}
function tagsByImage(victims) {
    return (0,grouped/* grouped */.z)(victims.map(({ digest, tag }) => [digest, tag]));
}
function orphansOf(victims) {
    const orphans = [];
    for (const { digest, reason } of victims) {
        if (reason.kind === "orphan")
            orphans.push([digest, reason.subject]);
    }
    return (0,grouped/* grouped */.z)(orphans);
}
/** The images that go by their rank; an image is as old as the newest of its tags. */
function oldestFirst(owners, newestFirst) {
    const newest = new Set();
    for (const tag of newestFirst) {
        const image = owners.get(tag);
        if (image !== undefined)
            newest.add(image);
    }
    return [...newest].reverse();
}
function familyOf(victims, { manifests, referrers }) {
    const names = [];
    for (const { tag, digest } of victims) {
        const subject = (0,version/* subjectOf */.et)(tag);
        if (subject !== undefined)
            names.push([subject, digest]);
    }
    const named = (0,grouped/* grouped */.z)(names);
    const hasIndex = [...manifests.values()].some(({ kind }) => kind === "index");
    const hasReferrer = named.size > 0 || [...referrers.values()].some((by) => by.length > 0);
    return {
        isEmpty: !hasIndex && !hasReferrer,
        children: (digest) => {
            const manifest = manifests.get(digest);
            return manifest?.kind === "index" ? manifest.children : NONE;
        },
        referrers: (digest) => joined(named.get(digest), referrers.get(digest)),
    };
}
function joined(a = NONE, b = NONE) {
    if (a.length === 0)
        return b;
    return b.length === 0 ? a : [...a, ...b];
}
function orderManifests({ roots, owners, doomed, family, snapshot }) {
    const siblings = siblingsOf(owners);
    const wanted = families(roots, { doomed, family, snapshot });
    // As most repositories are, and there may be a hundred thousand.
    if (family.isEmpty && siblings.size === 0) {
        return wanted.map((digest) => ({ digest, parents: NONE, after: NONE }));
    }
    const containers = parentsOf(doomed, family.children);
    const subjects = parentsOf(doomed, family.referrers);
    const within = (digest) => containers.get(digest) ?? NONE;
    const hard = (digest) => joined(containers.get(digest), subjects.get(digest));
    const soft = (digest) => siblings.get(digest) ?? NONE;
    // The last wins: where siblings say the opposite (1.0.0 contains 1.0.0-amd64), or tags' names make a circle of what refers to what, indexes do.
    const ordered = [soft, hard, within].reduce(graph/* inOrder */.al, wanted);
    const position = new Map(ordered.map((digest, index) => [digest, index]));
    const before = (digest) => (other) => (position.get(other) ?? 0) < (position.get(digest) ?? 0);
    const earlier = (others, digest) => others.length === 0 ? NONE : [...new Set(others)].filter(before(digest));
    return ordered.map((digest) => ({
        digest,
        parents: earlier(hard(digest), digest),
        after: earlier(soft(digest), digest),
    }));
}
/**
 * Each root, followed by what only roots up to it bring along: first what it contains, then what refers to that. Then what no root brings along:
 * orphans, and what an earlier run left.
 */
function families(roots, { doomed, family, snapshot }) {
    if (family.isEmpty) {
        const going = roots.filter((root) => doomed.has(root));
        return going.length === doomed.size ? going : [...new Set([...going, ...doomed])];
    }
    const isRoot = new Set(roots);
    const ordered = new Set();
    for (const root of roots) {
        const members = new Set((0,graph/* partsOf */.CI)(root, snapshot.manifests));
        for (const member of members) {
            family.children(member).forEach((other) => members.add(other));
            family.referrers(member).forEach((other) => members.add(other));
        }
        for (const digest of members) {
            if (!doomed.has(digest) || (digest !== root && isRoot.has(digest)))
                continue;
            // Taken out and added again: behind the last image that contains it.
            ordered.delete(digest);
            ordered.add(digest);
        }
    }
    return [...new Set([...ordered, ...doomed])];
}
function parentsOf(doomed, membersOf) {
    const parents = [];
    for (const digest of doomed)
        for (const member of membersOf(digest))
            parents.push([member, digest]);
    return (0,grouped/* grouped */.z)(parents);
}
/** For each image, those of which a tag is named `tag-…` or `tag.…` after one of its own. */
function siblingsOf(owners) {
    let shortest = Infinity;
    for (const tag of owners.keys())
        shortest = Math.min(shortest, tag.length);
    const siblings = [];
    for (const [tag, digest] of owners) {
        for (let end = shortest; end < tag.length; end += 1) {
            if (tag[end] !== "." && tag[end] !== "-")
                continue;
            const prefix = owners.get(tag.slice(0, end));
            if (prefix !== undefined)
                siblings.push([prefix, digest]);
        }
    }
    return (0,grouped/* grouped */.z)(siblings);
}

// EXTERNAL MODULE: ./lazy/core/policy/ranks.js
var policy_ranks = __nccwpck_require__(1985);
// EXTERNAL MODULE: ./lazy/core/policy/untagged.js
var untagged = __nccwpck_require__(7655);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var policy_verdict = __nccwpck_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/plan/make-plan.js









/**
 * Decides about every tag of a snapshot, and orders the deletions.
 * @throws {PruneError} where the repository would be left without an image and the policy does not allow that
 */
function plan(snapshot, policy) {
    const ranks = (0,policy_ranks/* standings */.E)(snapshot, policy);
    const decision = (0,decide/* decide */.L)(ranks.places, snapshot, policy);
    const { verdicts, budget } = decision;
    refuseEmpty(verdicts, policy);
    return {
        repository: snapshot.repository,
        verdicts,
        notices: noticesOf(ranks, decision),
        ...(budget === undefined ? {} : { budget }),
        deletions: orderDeletions(decision, snapshot, ranks.newestFirst),
        missing: missingOf(verdicts, snapshot),
        skipped: [],
        untagged: (0,untagged/* untaggedVerdicts */.Mb)(snapshot, policy, decision.doomed),
        unread: [...new Set([...ranks.unread, ...decision.unread])],
    };
}
/** Refuses verdicts that leave no image with a tag of its own. @throws {PruneError} */
function refuseEmpty(verdicts, policy) {
    const refusal = refusalOf(verdicts, policy);
    if (refusal !== undefined)
        throw refusal;
}
/** Why verdicts are refused that leave no image with a tag of its own, where that is not allowed; signatures and attachments don't count. */
function refusalOf(verdicts, { allowEmpty }) {
    const isImage = ({ kind, tag, digest }) => kind === "keep" && digest !== undefined && (0,version/* subjectOf */.et)(tag) === undefined;
    const hasVictims = verdicts.some((verdict) => (0,policy_verdict/* goes */.n)(verdict) && verdict.digest !== undefined);
    if (allowEmpty || !hasVictims || verdicts.some(isImage))
        return undefined;
    return new errors/* PruneError */.Pc("it would be left without a tag, so nothing is deleted there", "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).");
}
/** What the images of kept tags contain and the registry did not have. */
function missingOf(verdicts, { manifests, missing }) {
    const kept = verdicts.flatMap(({ kind, digest }) => kind === "keep" && digest !== undefined ? [digest] : []);
    const parts = (0,graph/* contents */.PG)(kept, manifests);
    return [...missing].filter((digest) => parts.has(digest));
}


/***/ }),

/***/ 1395:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isBare)
/* harmony export */ });
/** Whether the run ended before it was its turn. */
function isUnfinished(outcome) {
    return (outcome.kind === "spared" && (outcome.reason.kind === "stopped" || outcome.reason.kind === "time-limit"));
}
/** Whether it has lost tags to this run and was to be deleted then, and is not: only the journal knows of it. */
function isBare(outcome) {
    return outcome.untagged !== undefined && (isUnfinished(outcome) || outcome.kind === "failed");
}


/***/ }),

/***/ 920:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stayingTags),
/* harmony export */   s: () => (/* binding */ goingTags)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3387);

/** The tags of a plan that go, with their image or without it, in the order decided. */
function goingTags({ verdicts }) {
    return verdicts.filter(_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .goes */ .n).map(({ tag }) => tag);
}
/** The tags of a plan that stay, in the order decided. */
function stayingTags({ verdicts }) {
    return verdicts.filter((verdict) => !(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .goes */ .n)(verdict)).map(({ tag }) => tag);
}


/***/ }),

/***/ 5809:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./lazy/core/image/bytes.js
var image_bytes = __nccwpck_require__(7730);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __nccwpck_require__(7293);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __nccwpck_require__(6011);
// EXTERNAL MODULE: ./lazy/core/image/manifest.js
var manifest = __nccwpck_require__(8544);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __nccwpck_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/policy/budget.js





/**
 * Which images there is room for, each blob counted once: first all that stays whatever the budget is, then the images in the order given, up to the first
 * that does not fit. So a larger budget has room for all that a smaller one has. A blob of unknown size counts as nothing: what is not known deletes nothing.
 * @param images by rank, then rule, then group
 * @param gone what goes where none of the images stays
 */
function roomFor(images, gone, { snapshot, maxSize }) {
    const { manifests } = snapshot;
    const sizes = (0,image_bytes/* blobSizes */.Iv)(manifests);
    const held = new Set(staying(gone, snapshot));
    let { bytes } = (0,image_bytes/* countOf */.pq)([...held], sizes);
    const fits = new Set();
    const belongings = belongingsIn(snapshot);
    for (const image of images) {
        const parts = [...belongings(image)].flatMap((digest) => partsOf(digest, manifests));
        const added = [...new Set(parts)].filter((part) => !held.has(part));
        bytes += (0,image_bytes/* countOf */.pq)(added, sizes).bytes;
        if (bytes > maxSize)
            break;
        added.forEach((part) => held.add(part));
        fits.add(image);
    }
    return fits;
}
/** What the repository takes without these, each blob once. Of untagged manifests that nothing reaches, what the registry lists is in it. */
function sizeWithout(gone, snapshot) {
    return (0,image_bytes/* countOf */.pq)([...staying(gone, snapshot)], (0,image_bytes/* blobSizes */.Iv)(snapshot.manifests));
}
function staying(gone, { manifests }) {
    const manifestsLeft = [...manifests.keys()].filter((digest) => !gone.has(digest));
    return new Set(manifestsLeft.flatMap((digest) => partsOf(digest, manifests)));
}
/** A manifest that was read, and its blobs. */
function partsOf(digest, manifests) {
    return manifests.has(digest) ? [digest, ...(0,manifest/* blobDigests */.Fl)(manifests.get(digest))] : [];
}
/** An image with all that stays with it: what it needs, and what refers to any of it. */
function belongingsIn({ tags, manifests, referrers }) {
    const named = (0,grouped/* grouped */.z)(tags.flatMap(({ tag, digest }) => {
        const subject = (0,version/* subjectOf */.et)(tag);
        return subject === undefined || digest === undefined ? [] : [[subject, digest]];
    }));
    return (image) => {
        const all = new Set([image]);
        // A Set hands out what is added while it is walked.
        for (const digest of all) {
            const manifest = manifests.get(digest);
            const needed = manifest === undefined ? [] : (0,graph/* needs */.eN)(manifest);
            for (const other of [...needed, ...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])]) {
                all.add(other);
            }
        }
        return all;
    };
}
/** Places in the order in which they get room: by rank, then as they stand (by rule and group); without each group's newest, which need none. */
function inOrderOfCutting(places) {
    const best = ({ rank, semverRank = Infinity }) => Math.min(rank, semverRank);
    return places.filter((place) => best(place) > 1).sort((a, b) => best(a) - best(b));
}

// EXTERNAL MODULE: ./lazy/core/policy/own-verdict.js
var own_verdict = __nccwpck_require__(4458);
// EXTERNAL MODULE: ./lazy/core/policy/propagate.js
var propagate = __nccwpck_require__(3773);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var verdict = __nccwpck_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/policy/decide.js




/** Decides about every tag. Whatever keeps a tag wins over whatever would delete it. */
function decide(places, snapshot, policy) {
    const rules = (0,own_verdict/* rulesOf */.fD)(snapshot, policy);
    const judged = places.map((standing) => ({ standing, own: (0,own_verdict/* ownVerdictOf */.xw)(standing, rules) }));
    const decision = unlessYoung(judged, rules);
    const { maxSize } = policy;
    if (maxSize === undefined || decision.unread.length > 0)
        return decision;
    return withinBudget(judged, { rules, decision, maxSize });
}
/** Settles; but what would go and may turn out to be young stays as long as its date was not read. */
function unlessYoung(judged, rules) {
    const settled = (0,propagate/* propagateKeeps */.a)(judged.map(({ own }) => own), rules);
    if (rules.policy.rules.every(({ keepYoungerThan }) => keepYoungerThan === undefined)) {
        return { ...settled, unread: [] };
    }
    const going = new Set(settled.verdicts.filter(verdict/* goes */.n).map(({ tag }) => tag));
    const doubtful = judged.flatMap(({ standing }) => {
        const unread = going.has(standing.tag) ? (0,own_verdict/* unreadDates */.XQ)(standing, rules.snapshot) : [];
        return unread.length === 0 ? [] : [{ standing, unread }];
    });
    if (doubtful.length === 0)
        return { ...settled, unread: [] };
    const waiting = new Set(doubtful.map(({ standing }) => standing));
    const patient = judged.map(({ standing, own }) => {
        if (own.kind !== "delete" || !waiting.has(standing))
            return own;
        return { ...own, kind: "keep", reason: { kind: "date-unread" } };
    });
    return { ...(0,propagate/* propagateKeeps */.a)(patient, rules), unread: doubtful.flatMap(({ unread }) => unread) };
}
/** Settles, with everything going that there is no room for. */
function withinBudget(judged, { rules, decision, maxSize }) {
    const { snapshot } = rules;
    const cuttable = cuttableOf(judged);
    const without = (fits) => {
        const cut = new Set(cuttable.filter(({ digest }) => !fits.has(digest)));
        return (0,propagate/* propagateKeeps */.a)(judged.map(({ standing, own }) => cutLeaning(standing, own, { cut, maxSize })), rules);
    };
    const least = without(new Set());
    const images = [...new Set(cuttable.map(({ digest }) => digest))];
    // What stays anyhow takes no room: to take a tag from it would free nothing.
    const fits = new Set(images.filter((image) => !least.doomed.has(image)));
    const crowd = images.filter((image) => !fits.has(image));
    for (const image of roomFor(crowd, least.doomed, { snapshot, maxSize }))
        fits.add(image);
    const budgetOf = ({ doomed }) => ({
        maxSize,
        least: sizeWithout(least.doomed, snapshot),
        stays: sizeWithout(doomed, snapshot),
    });
    if (images.every((image) => fits.has(image)))
        return { ...decision, budget: budgetOf(decision) };
    // Young images stay whatever the budget is, so all ages are to be known before it is shared out.
    const unread = judged.flatMap(({ standing }) => (0,own_verdict/* unreadDates */.XQ)(standing, snapshot));
    if (unread.length > 0)
        return { ...decision, unread };
    const settled = without(fits);
    return { ...settled, unread: [], budget: budgetOf(settled) };
}
/** What only its rank keeps, and the budget may take, in the order in which it gets room. */
function cuttableOf(judged) {
    const newest = judged.flatMap(({ standing: { place }, own }) => place.kind === "ranked" && own.kind === "keep" && own.reason.kind === "newest" ? [place] : []);
    return inOrderOfCutting(newest);
}
function cutLeaning({ tag, place }, own, { cut, maxSize }) {
    if (place.kind !== "ranked" || !cut.has(place))
        return own;
    return { kind: "delete", tag, digest: place.digest, reason: (0,own_verdict/* overBudget */.qj)(place, maxSize) };
}


/***/ }),

/***/ 4849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ presenceIn),
/* harmony export */   Lj: () => (/* binding */ inUse),
/* harmony export */   Ov: () => (/* binding */ parseProtected),
/* harmony export */   Yp: () => (/* binding */ digestsInUse),
/* harmony export */   fr: () => (/* binding */ namesAnImage),
/* harmony export */   i$: () => (/* binding */ scanProtected),
/* harmony export */   jj: () => (/* binding */ useOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);
/* harmony import */ var _image_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7293);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);



const LATEST = "latest";
// Docker shows the first 12 digits of an image's id.
const SHORT = 12;
/**
 * Reads one thing that is in use: a reference with a tag or a digest, or a digest alone.
 * @throws {PruneError} with what is wrong and how to write it
 */
function parseProtected(text) {
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(text))
        return [{ kind: "digest", from: "setting", text, digest: text }];
    const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(text);
    if (reference.tag === undefined && reference.digest === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`"${text}" has no tag and no digest; write host/repository:tag, host/repository@sha256:… or the digest alone (names of tags belong in exclude)`, "Correct it.");
    }
    return protectedBy(reference, { text, from: "setting" });
}
/**
 * Finds every image in what a program has printed (`kubectl`, `docker ps`: a list, a table or JSON): references, digests, and ids as Docker shortens them.
 * Words that are none of these are passed over.
 */
function scanProtected(printed) {
    return [...new Set(printed.split(/[\s,;"'`\\()[\]{}<>|=]+/))].flatMap(readWord);
}
/** Whether any of it is an image of a registry for certain: an error's text has a server's name and port in it, which looks like `name:tag`. */
function namesAnImage(entries) {
    return entries.some((entry) => entry.kind !== "tag" || !/^docker\.io\/[^/]*$/.test(entry.path));
}
function readWord(text) {
    // docker-pullable://, containerd:// and the like stand before an image, https:// before a server.
    const word = text.replace(/^[a-z-]+:\/\//, "");
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(word))
        return [{ kind: "digest", from: "file", text: word, digest: word }];
    // A number of 12 digits is no id that anybody would miss.
    if (/^[0-9a-f]{12,64}$/.test(word))
        return [{ kind: "id", from: "file", text: word, hex: word }];
    if (!/[/:@]/.test(word))
        return [];
    try {
        const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(word);
        const isBare = reference.tag === undefined && reference.digest === undefined;
        // Words such as 1/1 and linux/amd64, and addresses of servers, are no images that anybody pulls.
        if (isBare && (reference.host === "docker.io" || /^https?:/.test(text)))
            return [];
        // As Kubernetes and Docker mean it.
        return protectedBy(isBare ? { ...reference, tag: LATEST } : reference, { text: word, from: "file" });
    }
    catch {
        return [];
    }
}
function protectedBy({ host, repository, tag, digest }, said) {
    const path = `${host}/${repository}`;
    return [
        ...(tag === undefined ? [] : [{ ...said, kind: "tag", path, tag }]),
        ...(digest === undefined ? [] : [{ ...said, kind: "digest", digest, path }]),
    ];
}
/**
 * The manifests in use that are said to be of a repository: no tag of it may reach them, so they are to be read. One without its repository may be a
 * configuration's, as Docker's image ids are, and read as a manifest Distribution answers 500 for such a one (measured, 2.8.2).
 */
function digestsInUse(entries, repository) {
    return entries.flatMap((entry) => entry.kind === "digest" && entry.path?.endsWith(`/${repository}`) === true ? [entry.digest] : []);
}
/**
 * What of a snapshot is in use. A reference counts whatever its host is: a registry has many names, and a mirror puts its own before the repository's.
 */
function inUse({ repository, tags, manifests, missing }, entries) {
    if (entries.length === 0)
        return { tags: new Map(), digests: new Map() };
    const named = new Map();
    for (const entry of entries) {
        if (entry.kind === "tag" && entry.path.endsWith(`/${repository}`))
            named.set(entry.tag, entry);
    }
    const find = finder(entries);
    const digests = new Map();
    for (const [digest, manifest] of manifests) {
        const config = manifest.kind === "image" ? manifest.config : undefined;
        const entry = find(digest) ?? (config === undefined ? undefined : find(config));
        if (entry !== undefined)
            digests.set(digest, entry);
    }
    for (const digest of missing) {
        const entry = find(digest);
        if (entry !== undefined)
            digests.set(digest, entry);
    }
    const listed = new Set(tags.map(({ tag }) => tag));
    return { tags: new Map([...named].filter(([tag]) => listed.has(tag))), digests };
}
/** Whether anything of a snapshot is in use by an entry: as `inUse` of it alone, and each entry is looked up, not looked for. */
function presenceIn({ repository, tags, manifests, missing, }) {
    const listed = new Set(tags.map(({ tag }) => tag));
    const known = new Set([...manifests.keys(), ...missing]);
    for (const manifest of manifests.values()) {
        if (manifest.kind === "image" && manifest.config !== undefined)
            known.add(manifest.config);
    }
    return (entry) => {
        switch (entry.kind) {
            case "tag":
                return entry.path.endsWith(`/${repository}`) && listed.has(entry.tag);
            case "digest":
                return known.has(entry.digest);
            case "id":
                return [...known].some((digest) => digest.slice(digest.indexOf(":") + 1).startsWith(entry.hex));
        }
    };
}
function finder(entries) {
    const whole = new Map();
    const short = new Map();
    for (const entry of entries) {
        if (entry.kind === "digest")
            whole.set(entry.digest, entry);
        if (entry.kind === "id") {
            const begin = entry.hex.slice(0, SHORT);
            short.set(begin, [...(short.get(begin) ?? []), entry]);
        }
    }
    return (digest) => {
        const hex = digest.slice(digest.indexOf(":") + 1);
        return whole.get(digest) ?? short.get(hex.slice(0, SHORT))?.find((entry) => hex.startsWith(entry.hex));
    };
}
/** By what an image is in use: one of its tags' names, itself, or something that it contains. */
function useOf({ tag, digest }, { tags, digests }, { manifests }) {
    const named = tags.get(tag);
    if (named !== undefined || digests.size === 0)
        return named;
    for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .contents */ .PG)([digest], manifests)) {
        const entry = digests.get(part);
        if (entry !== undefined)
            return entry;
    }
    return undefined;
}


/***/ }),

/***/ 4458:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ reasonsToStay),
/* harmony export */   Mx: () => (/* binding */ beyondNewest),
/* harmony export */   XQ: () => (/* binding */ unreadDates),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   jR: () => (/* binding */ untagWay),
/* harmony export */   qj: () => (/* binding */ overBudget),
/* harmony export */   xw: () => (/* binding */ ownVerdictOf)
/* harmony export */ });
/* harmony import */ var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7865);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1774);
/* harmony import */ var _in_use_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4849);



/** The rules for a snapshot under a policy. */
function rulesOf(snapshot, policy) {
    return { snapshot, policy, by: untagWay(snapshot, policy), used: (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__/* .inUse */ .Lj)(snapshot, policy.protect) };
}
/** How this registry loses a tag whose image stays, if it can. */
function untagWay({ untags }, { untag }) {
    if (untag === "never")
        return undefined;
    if (untags === "yes")
        return "delete";
    return untag === "overwrite" ? "overwrite" : undefined;
}
/** Which way a tag leans: the first reason for it to stay is the one that is given. */
function ownVerdictOf(standing, rules) {
    const { place, tag, digest } = standing;
    if (digest === undefined)
        return danglingVerdict(tag, rules);
    const [reason] = reasonsToStay(standing, rules);
    if (reason !== undefined)
        return { kind: "keep", tag, digest, reason };
    if (place.kind === "ranked")
        return { kind: "delete", tag, digest, reason: beyondNewest(place) };
    if (place.kind === "referrer")
        return referrerVerdict(tag, { digest, subject: place.subject }, rules);
    return { kind: "keep", tag, digest, reason: place };
}
/** Every reason of its own for which a tag that resolves stays, the strongest first. */
function reasonsToStay({ tag, digest, place }, rules) {
    if (digest === undefined)
        return [];
    const { namedTags, namedDigests } = rules.snapshot;
    const isPushed = namedTags.has(tag) || namedDigests.has(digest);
    const use = (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__/* .useOf */ .jj)({ tag, digest }, rules.used, rules.snapshot);
    return [
        ...(isPushed ? [{ kind: "just-pushed" }] : []),
        ...(use === undefined ? [] : [{ kind: "protected", by: use.text }]),
        ...(place.kind === "ranked" ? ofRank(place, rules) : place.kind === "referrer" ? [] : [place]),
    ];
}
/** Under a budget a rank alone may not keep an image, so its age is the stronger reason. */
function ofRank(place, rules) {
    const [newest, young] = [amongNewest(place), youngEnough(place, rules)];
    return rules.policy.maxSize === undefined ? [...newest, ...young] : [...young, ...newest];
}
function amongNewest(place) {
    const { group, rank, semverRank, rule } = place;
    const { keep, sort } = rule;
    const newest = { kind: "newest", ...nameOf(rule), group, keep };
    if (rank <= keep)
        return [{ ...newest, rank, by: sort }];
    // A counter that restarts (3.4.0-alpha.1 after 3.3.0-alpha.74) must lose nothing new.
    return semverRank !== undefined && semverRank <= keep
        ? [{ ...newest, rank: semverRank, by: "version" }]
        : [];
}
/** Whether its age keeps an image, as far as its date was read. */
function youngEnough({ digest, rule }, { snapshot }) {
    const limit = rule.keepYoungerThan;
    if (limit === undefined)
        return [];
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(digest, snapshot);
    switch (age.kind) {
        case "unread":
            return [];
        case "undated":
            return [{ kind: "undated", limit }];
        case "dated":
            return age.created > snapshot.now - limit
                ? [{ kind: "younger", created: new Date(age.created).toISOString(), limit }]
                : [];
    }
}
/** The configurations that would say how old a candidate's image is, where its age counts and they were not read. */
function unreadDates({ place }, snapshot) {
    if (place.kind !== "ranked" || place.rule.keepYoungerThan === undefined)
        return [];
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(place.digest, snapshot);
    return age.kind === "unread" ? age.configs : [];
}
/** Why a candidate goes whose rank does not keep it. */
function beyondNewest({ group, rank, of, rule }) {
    return { kind: "beyond-newest", ...nameOf(rule), group, rank, of, keep: rule.keep };
}
/** Why a candidate goes for which there is no room. */
function overBudget({ group, rank, of, rule }, maxSize) {
    return { kind: "over-budget", ...nameOf(rule), group, rank, of, maxSize };
}
function nameOf({ name }) {
    return name === undefined ? {} : { rule: name };
}
function danglingVerdict(tag, { snapshot, policy, by, used }) {
    const isWanted = snapshot.namedTags.has(tag) || used.tags.has(tag);
    const mayGo = policy.dangling === "delete" && !isWanted && (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .mayDelete */ .Xl)(tag, policy);
    if (mayGo && by !== undefined)
        return { kind: "heal", tag, by };
    return { kind: "keep", tag, reason: { kind: "dangling" } };
}
function referrerVerdict(tag, { digest, subject }, { snapshot, policy }) {
    if (!snapshot.missing.has(subject))
        return { kind: "follow", tag, digest, subject };
    const reason = { kind: "orphan", subject };
    // What an earlier run meant to delete with its subject has become an orphan by that.
    return policy.orphans === "delete" || snapshot.leftovers.has(digest)
        ? { kind: "delete", tag, digest, reason }
        : { kind: "keep", tag, digest, reason };
}


/***/ }),

/***/ 1774:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   KV: () => (/* binding */ policyFor),
/* harmony export */   Xl: () => (/* binding */ mayDelete),
/* harmony export */   ZZ: () => (/* binding */ UNTAG_WAYS),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   dv: () => (/* binding */ OR_WHAT),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var _names_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1780);

const OR_WHAT = ["report", "delete"];
const UNTAG_WAYS = ["auto", "never", "overwrite"];
/** What is said about one repository: the rules that are for it, and the first budget that one of them gives it, else that of all. */
function policyFor(place, policies) {
    const rules = policies.rules.filter(({ repositories }) => repositories.length === 0 || repositories.some((pattern) => isMeant(place, pattern)));
    const maxSize = rules.find((rule) => rule.maxSize !== undefined)?.maxSize;
    return { ...policies, rules, ...(maxSize === undefined ? {} : { maxSize }) };
}
/** Whether a pattern of repositories means this one, with its host or without. */
function isMeant({ host, repository }, pattern) {
    return pattern.matches(repository) || ((0,_names_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .namesHost */ .$r)(pattern) && pattern.matches(`${host}/${repository}`));
}
/** The rule that decides about a tag of this name. */
function ruleFor(tag, { rules }) {
    return rules.find(({ tags }) => tags.length === 0 || tags.some((pattern) => pattern.matches(tag)));
}
/** The pattern by which a tag of this name is never deleted. */
function exclusionOf(tag, { exclude }, rule) {
    return [...exclude, ...(rule?.exclude ?? [])].find((pattern) => pattern.matches(tag));
}
/** Whether the patterns allow that a tag of this name is deleted. */
function mayDelete(tag, policy) {
    const rule = ruleFor(tag, policy);
    return rule !== undefined && exclusionOf(tag, policy, rule) === undefined;
}


/***/ }),

/***/ 3773:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isForAnother),
/* harmony export */   a: () => (/* binding */ propagateKeeps)
/* harmony export */ });
/* harmony import */ var _image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7293);
/* harmony import */ var _untagged_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7655);
/* harmony import */ var _names_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8240);



/** Settles what becomes of every tag. Whatever keeps a tag wins over whatever would delete it. */
function propagateKeeps(ownVerdicts, rules) {
    const { snapshot, by } = rules;
    const { roots, followers } = (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__/* .sortUntagged */ .uZ)(snapshot);
    const isOld = (digest) => (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__/* .isTooOld */ .Um)(digest, snapshot, rules.policy) && !isPartlyUsed(digest, rules);
    const old = roots.filter(isOld);
    const untagged = new Set(roots.filter((digest) => !isOld(digest)));
    const stays = new Map();
    for (const own of ownVerdicts)
        if (own.kind === "keep")
            stays.set(own.tag, own);
    // What stays for another's sake may contain what a third one shares, so this goes on until nothing more stays.
    for (;;) {
        const kept = keptFor(ownVerdicts.flatMap(({ tag }) => stays.get(tag) ?? []), untagged, rules);
        const open = ownVerdicts.filter(({ tag }) => !stays.has(tag));
        const doomed = doomedBy([...goingOf(open), ...old], open, { needed: kept.needed, snapshot });
        const context = { kept, doomed, snapshot, by };
        const more = open.flatMap((own) => stayOf(own, context) ?? []);
        const followed = followers.filter((digest) => !doomed.has(digest) && !untagged.has(digest));
        if (more.length === 0 && followed.length === 0) {
            const verdicts = ownVerdicts.map((own) => stays.get(own.tag) ?? verdictOf(own, context));
            return { verdicts, doomed };
        }
        for (const verdict of more)
            stays.set(verdict.tag, verdict);
        for (const digest of followed)
            untagged.add(digest);
    }
}
/** Whether an image, or something that it contains, is in use: then all of it stays, as with a tag. */
function isPartlyUsed(image, { snapshot, used }) {
    return [...(0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(image, snapshot.manifests)].some((part) => used.digests.has(part));
}
const FOR_ANOTHER = [
    "referrer",
    "shares-digest",
    "contained-in",
    "has-referrer",
];
/** Whether something stays for another's sake, and not for its own. */
function isForAnother({ kind }) {
    return FOR_ANOTHER.includes(kind);
}
/** @param untagged what stays without a tag */
function keptFor(verdicts, untagged, { snapshot, used }) {
    const tags = new Map();
    const referred = new Map();
    const subjects = new Map();
    for (const { tag, digest, reason } of verdicts) {
        const subject = (0,_names_version_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .et)(tag);
        if (subject !== undefined && !snapshot.missing.has(subject)) {
            referred.set(subject, tag);
            // One that stays only with its subject, or for another's sake, is no reason for all that contains that subject to stay too: two indexes share a
            // signed child.
            if (!isForAnother(reason))
                subjects.set(subject, tag);
        }
        if (digest !== undefined && !tags.has(digest))
            tags.set(digest, tag);
    }
    const named = [...snapshot.namedDigests, ...used.digests.keys(), ...untagged].map((digest) => [digest, digest]);
    const needed = (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .neededBy */ .Xl)([...tags, ...named, ...referred], snapshot.manifests);
    return { tags, needed, subjects };
}
/**
 * All that goes with what leans towards going, as far as nothing kept needs it. It begins with what goes for its own sake (`going`), so that a signature
 * can't be the cause of its own end.
 */
function doomedBy(going, open, { needed, snapshot }) {
    const { manifests, missing, leftovers, referrers } = snapshot;
    const doomed = new Set();
    const doom = (digest) => {
        for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(digest, manifests)) {
            if (!needed.has(part) && !missing.has(part))
                doomed.add(part);
        }
    };
    going.forEach(doom);
    leftovers.forEach(doom);
    for (let before = -1; before !== doomed.size;) {
        before = doomed.size;
        for (const own of open) {
            if (own.kind === "follow" && doomed.has(own.subject))
                doom(own.digest);
        }
        // A Set hands out what is added while it is walked.
        for (const digest of doomed)
            referrers.get(digest)?.forEach(doom);
    }
    return doomed;
}
/** The images that tags lean towards taking with them. */
function goingOf(open) {
    return open.filter((own) => own.kind === "delete").map(({ digest }) => digest);
}
/** Why a tag that does not lean towards staying stays all the same, if it does. */
function stayOf(own, context) {
    if (own.kind === "keep" || own.kind === "heal")
        return undefined;
    const { tag, digest } = own;
    if (own.kind === "follow" && !context.doomed.has(own.subject)) {
        return { kind: "keep", tag, digest, reason: { kind: "referrer", subject: own.subject } };
    }
    // Its subject goes, so the tag does, if it can be taken from a manifest that something else needs.
    if (own.kind === "follow" && context.by !== undefined)
        return undefined;
    const reason = sharedReason(digest, context);
    return reason === undefined ? undefined : { kind: "keep", tag, digest, reason };
}
function sharedReason(digest, { kept, snapshot, by }) {
    const alias = kept.tags.get(digest);
    if (alias !== undefined) {
        if (by !== undefined)
            return undefined;
        return { kind: "shares-digest", with: alias, untags: snapshot.untags === "no" ? "no" : "unseen" };
    }
    // Most repositories have none, and this is asked of every tag.
    const parts = kept.subjects.size === 0 ? [] : (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(digest, snapshot.manifests);
    for (const part of parts) {
        const referrer = kept.subjects.get(part);
        if (referrer !== undefined)
            return { kind: "has-referrer", with: referrer };
    }
    const needer = kept.needed.get(digest);
    return needer === undefined ? undefined : { kind: "contained-in", with: needer };
}
function verdictOf(own, { kept, by }) {
    if (own.kind === "keep")
        return own;
    const { tag } = own;
    if (own.kind === "heal")
        return { kind: "untag", tag, by: own.by, reason: { kind: "dangling" } };
    const verdict = own.kind === "delete" ? own : deletedWith(own);
    const { digest, reason } = verdict;
    if (by === undefined || !kept.needed.has(digest))
        return verdict;
    const alias = kept.tags.get(digest);
    return { kind: "untag", tag, digest, by, reason, ...(alias === undefined ? {} : { with: alias }) };
}
function deletedWith({ tag, digest, subject, }) {
    return { kind: "delete", tag, digest, reason: { kind: "referrer-of", subject } };
}


/***/ }),

/***/ 1985:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ standings)
/* harmony export */ });
/* harmony import */ var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7865);
/* harmony import */ var _names_group_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1404);
/* harmony import */ var _names_order_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1184);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1774);
/* harmony import */ var _names_version_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8240);





/** Every tag's standing. */
function standings(snapshot, policy) {
    const others = [];
    const candidates = new Map(policy.rules.map((rule) => [rule, []]));
    for (const state of snapshot.tags) {
        const name = (0,_names_version_js__WEBPACK_IMPORTED_MODULE_3__/* .readTagName */ .UF)(state.tag);
        const rule = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleFor */ .sG)(state.tag, policy);
        const obstacle = obstacleOf(state, { name, rule }, policy);
        if (obstacle !== undefined) {
            others.push({ ...state, place: obstacle });
        }
        else if (state.digest !== undefined && rule !== undefined) {
            candidates.get(rule)?.push({ tag: state.tag, digest: state.digest, name });
        }
    }
    const ranked = [...candidates].map(([rule, members]) => rankAll(rule, members, snapshot));
    const [inGroups, unplaced] = [
        ranked.flatMap(({ places }) => places),
        ranked.flatMap((each) => each.unplaced),
    ];
    return {
        places: [...inGroups, ...[...others, ...unplaced].sort((a, b) => (0,_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareTagsNewestFirst */ .lF)(a.tag, b.tag))],
        newestFirst: ranked.flatMap(({ newestFirst }) => newestFirst),
        unread: ranked.flatMap(({ unread }) => unread),
        undated: ranked.flatMap(({ undated }) => undated),
    };
}
function obstacleOf(state, { name, rule }, policy) {
    if (state.digest === undefined)
        return { kind: "dangling" };
    const pattern = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .exclusionOf */ .ah)(state.tag, policy, rule);
    if (pattern !== undefined)
        return { kind: "excluded", pattern: pattern.text };
    if (name.kind === "referrer")
        return { kind: "referrer", subject: name.subject };
    if (rule !== undefined)
        return unorderable(state.tag, name, rule);
    const hasNames = policy.rules.length !== 1 || policy.rules.some((other) => other.name !== undefined);
    return { kind: hasNames ? "no-rule" : "not-included" };
}
/** Which names each order has a place for: the table in docs/architecture.md. */
function unorderable(tag, name, { sort, tags }) {
    switch (sort) {
        case "semver":
            return name.kind === "version" ? undefined : { kind: "not-a-version" };
        case "prerelease": {
            const isPrerelease = name.kind === "version" && name.version.prerelease.length > 0;
            // jdk-17 looks like a label with a number, so such names need to be asked for.
            const isAskedFor = name.kind === "label" && tags.length > 0;
            return isPrerelease || isAskedFor ? undefined : { kind: "not-a-prerelease" };
        }
        case "natural":
        case "created":
            return tag === "latest" ? { kind: "latest" } : undefined;
    }
}
function rankAll(rule, members, snapshot) {
    const dated = rule.sort === "created" ? withDates(members, snapshot) : { members, unread: [] };
    if (dated.unread.length > 0) {
        const unplaced = members.map(({ tag, digest }) => ({
            tag,
            digest,
            place: { kind: "date-unread" },
        }));
        return { places: [], unplaced, newestFirst: [], unread: dated.unread, undated: [] };
    }
    const ordered = [...dated.members].sort((0,_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .comparatorOf */ ._y)(rule.sort));
    const hasNoDate = ({ created }) => rule.sort === "created" && created === undefined;
    return {
        places: groupsOf(rule, ordered).flatMap(([group, tags]) => rankGroup(rule, group, tags)),
        unplaced: [],
        newestFirst: ordered.map(({ tag }) => tag),
        unread: [],
        undated: ordered.filter(hasNoDate).map(({ tag }) => tag),
    };
}
function withDates(members, snapshot) {
    const ages = members.map((member) => ({ member, age: (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(member.digest, snapshot) }));
    return {
        members: ages.map(({ member, age }) => age.kind === "dated" ? { ...member, created: age.created } : member),
        unread: ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : [])),
    };
}
/** The groups, and their members in the order given. */
function groupsOf(rule, members) {
    const groups = new Map();
    for (const member of members) {
        const group = (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(member.name, rule.groupBy);
        const name = (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfGroup */ .I8)(group, rule.groupBy);
        const known = groups.get(name) ?? { group, members: [] };
        groups.set(name, known);
        known.members.push(member);
    }
    return [...groups]
        .sort(([, a], [, b]) => (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .compareGroups */ .GM)(a.group, b.group))
        .map(([name, each]) => [name, each.members]);
}
function rankGroup(rule, group, ordered) {
    const ranks = imageRanks(ordered);
    const semverRanks = rule.sort === "prerelease" ? versionRanks(ordered) : undefined;
    return ordered.map(({ tag, digest }) => {
        const place = {
            kind: "ranked",
            digest,
            rule,
            group,
            rank: ranks.get(digest) ?? 1,
            of: ranks.size,
        };
        const semverRank = semverRanks?.get(digest);
        return { tag, digest, place: semverRank === undefined ? place : { ...place, semverRank } };
    });
}
/** Each image's rank among those that have a version. */
function versionRanks(members) {
    return imageRanks(members.filter(({ name }) => name.kind === "version").sort(_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBySemver */ .tK));
}
/** Each image's rank by its newest tag: an alias takes no second place. */
function imageRanks(ordered) {
    const ranks = new Map();
    for (const { digest } of ordered)
        if (!ranks.has(digest))
            ranks.set(digest, ranks.size + 1);
    return ranks;
}


/***/ }),

/***/ 7655:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ untaggedVerdicts),
/* harmony export */   Rg: () => (/* binding */ referrersAmong),
/* harmony export */   Um: () => (/* binding */ isTooOld),
/* harmony export */   ez: () => (/* binding */ plannedUntagged),
/* harmony export */   uZ: () => (/* binding */ sortUntagged)
/* harmony export */ });
/** Sorts out what the registry lists without a tag. */
function sortUntagged(snapshot) {
    const { untagged = new Map(), manifests, leftovers } = snapshot;
    if (untagged.size === 0)
        return { roots: [], followers: [] };
    const inside = new Set([...manifests.values()].flatMap(childrenOf));
    const outside = [...untagged]
        // By digest where they are equally old, so that one repository has one answer whatever the list's order.
        .sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
        .flatMap(([digest]) => {
        const manifest = manifests.get(digest);
        // It was listed, and is gone since.
        if (manifest === undefined || inside.has(digest) || leftovers.has(digest))
            return [];
        const subject = subjectIn(manifest);
        return [{ digest, isFollower: subject !== undefined && manifests.has(subject) }];
    });
    return {
        roots: outside.flatMap(({ digest, isFollower }) => (isFollower ? [] : [digest])),
        followers: outside.flatMap(({ digest, isFollower }) => (isFollower ? [digest] : [])),
    };
}
/** Whether the policy has an image go that has no tag and that nothing reaches. */
function isTooOld(digest, { untagged, now }, { untaggedOlderThan }) {
    const changed = untagged?.get(digest);
    return changed !== undefined && untaggedOlderThan !== undefined && changed < now - untaggedOlderThan;
}
/**
 * What is decided about each image that has no tag and that nothing reaches, oldest first.
 * @param doomed every digest that goes
 */
function untaggedVerdicts(snapshot, policy, doomed) {
    const { untaggedOlderThan: olderThan } = policy;
    return sortUntagged(snapshot).roots.map((digest) => {
        const base = { digest, changed: changedAt(digest, snapshot) };
        if (olderThan === undefined)
            return { ...base, kind: "keep", why: "no-limit" };
        if (doomed.has(digest))
            return { ...base, kind: "delete", olderThan };
        return { ...base, kind: "keep", why: isTooOld(digest, snapshot, policy) ? "needed" : "young" };
    });
}
/** The images without a tag that a plan has go which is carried out, and that nothing reaches, oldest first. */
function plannedUntagged(snapshot, doomed) {
    const { roots } = sortUntagged(snapshot);
    return roots.flatMap((digest) => doomed.has(digest) ? [{ kind: "delete", digest, changed: changedAt(digest, snapshot) }] : []);
}
function changedAt(digest, { untagged }) {
    return new Date(untagged?.get(digest) ?? 0).toISOString();
}
/** What refers to each manifest, by the manifests that were read. */
function referrersAmong(manifests) {
    return [...manifests].flatMap(([digest, manifest]) => {
        const subject = subjectIn(manifest);
        return subject === undefined ? [] : [[subject, digest]];
    });
}
function childrenOf(manifest) {
    return manifest.kind === "index" ? manifest.children : [];
}
function subjectIn(manifest) {
    return manifest.kind === "schema1" ? undefined : manifest.subject;
}


/***/ }),

/***/ 3387:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ goes)
/* harmony export */ });
/** The verdicts by which a tag goes. */
function goes(verdict) {
    return verdict.kind !== "keep";
}


/***/ }),

/***/ 9513:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ whyNotCollect),
/* harmony export */   H7: () => (/* binding */ readCollection),
/* harmony export */   dU: () => (/* binding */ isEmptyRegistry),
/* harmony export */   h4: () => (/* binding */ notCollected),
/* harmony export */   uq: () => (/* binding */ freedBy)
/* harmony export */ });
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1033);

/** Why a registry is not to be stopped; `undefined` where it is. Unknown sizes are no reason: the disk may be full. */
function whyNotCollect(prospect) {
    const { isEmpty, isDryRun, isToldToStop, hasSweep, blobs, bytes, minimum } = prospect;
    if (isDryRun)
        return { kind: "dry-run" };
    if (isToldToStop)
        return { kind: "told-to-stop" };
    if (hasSweep)
        return undefined;
    if (isEmpty)
        return { kind: "empty-registry" };
    if (blobs === 0)
        return { kind: "no-garbage" };
    return minimum !== undefined && bytes !== undefined && bytes < minimum
        ? { kind: "below-minimum", bytes, minimum }
        : undefined;
}
/**
 * How much a collection freed, by the file system where it was seen to grow (others may write to it in these seconds), else by the sizes.
 * @param grown bytes by which the file system's free space grew; 0 where that is not known
 */
function freedBy(grown, { bytes, isWhole }) {
    if (grown > 0)
        return { freed: { bytes: grown, by: "file-system", isLeast: false } };
    return isWhole || bytes > 0 ? { freed: { bytes, by: "blob-sizes", isLeast: !isWhole } } : {};
}
const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
/**
 * Reads what a collection prints on standard output, line by line (formats of Distribution 2.8 and 3.x, measured):
 * each repository's name, what it marks in it, a closing count, and each blob that goes. There are no sizes in it.
 */
function readCollection() {
    const repositories = new Set();
    const blobs = new Set();
    let isWhole = false;
    return {
        line(text) {
            const line = text.trim();
            const digest = ELIGIBLE.exec(line)?.[1];
            const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
            if (repository !== undefined)
                repositories.add(repository);
            if (digest !== undefined && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
                blobs.add(digest);
            if (SUMMARY.test(line))
                isWhole = true;
        },
        report: () => ({ repositories: [...repositories], blobs: [...blobs], isWhole }),
    };
}
/** Distribution's words, 2.8 and 3.x, for a registry to which nothing was ever pushed: it exits with 1 (measured). */
function isEmptyRegistry(errorOutput) {
    return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])/.test(errorOutput);
}
/** The repositories of `pruned` that a collection did not go through: it worked on another storage then. */
function notCollected(report, pruned) {
    return pruned.filter((repository) => !report.repositories.includes(repository));
}


/***/ }),

/***/ 8617:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ NAME),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The program's name, as `package.json` has it. */
const NAME = "prune-image-tags";
/** The program's version; a test holds it equal to `package.json`'s. */
const VERSION = "0.1.0";


/***/ }),

/***/ 9738:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  U: () => (/* binding */ isLoopback)
});

;// CONCATENATED MODULE: ./lazy/registry/connection/basic.js
/** RFC 7617, for a registry or a realm; `undefined` for credentials that are no user name and password. */
function basicHeader({ credentials, onSecret }) {
    if (credentials.kind !== "password")
        return undefined;
    const encoded = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
    onSecret(credentials.password);
    onSecret(encoded);
    return `Basic ${encoded}`;
}

;// CONCATENATED MODULE: ./lazy/registry/connection/challenge.js
const LONGEST = 8192;
/** Reads a WWW-Authenticate header; a bearer challenge is preferred. `undefined` where there is none that we can meet. */
function parseChallenge(header) {
    if (header.length > LONGEST)
        return undefined;
    const bearer = /(?:^|,)\s*Bearer\s+(?<parameters>.*)$/i.exec(header)?.groups?.["parameters"];
    if (bearer !== undefined) {
        const parameters = parseParameters(bearer);
        const realm = parameters.get("realm");
        if (realm === undefined)
            return undefined;
        const service = parameters.get("service");
        const error = parameters.get("error");
        return {
            kind: "bearer",
            realm,
            ...(service === undefined ? {} : { service }),
            ...(error === undefined ? {} : { error }),
        };
    }
    return /(?:^|,)\s*Basic(?:\s|$)/i.test(header) ? { kind: "basic" } : undefined;
}
function parseParameters(text) {
    const parameters = new Map();
    for (const match of text.matchAll(/(?<name>[a-z_]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s,"]+))/gi)) {
        const { name = "", quoted, bare = "" } = match.groups ?? {};
        parameters.set(name.toLowerCase(), quoted ?? bare);
    }
    return parameters;
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __nccwpck_require__(3979);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/connection/token.js



// Where the answer does not say: https://distribution.github.io/distribution/spec/auth/token/#requesting-a-token
const DEFAULT_LIFETIME_S = 60;
const MARGIN = 0.9;
const CLIENT_ID = "prune-image-tags";
/**
 * Gets a token for a scope from the realm that a challenge names: with the user name and password by GET, with an identity
 * token by POST (https://distribution.github.io/distribution/spec/auth/oauth/).
 * @throws {RegistryError} `unsafe-realm` where the realm would get the credentials unencrypted; `unauthorized`
 */
async function fetchToken(options, challenge, scope) {
    const realm = checkedRealm(challenge.realm, options);
    const response = await options.http.send(tokenRequest(realm, options, { ...challenge, scope }));
    const token = decodeToken(realm, response);
    options.onSecret(token.value);
    return token;
}
function checkedRealm(text, { allowsPlainHttp }) {
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    if (realm?.protocol === "https:")
        return realm;
    if (realm?.protocol === "http:" && allowsPlainHttp(realm.host))
        return realm;
    throw new registry/* RegistryError */.g("unsafe-realm", {
        message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, which would see the password unencrypted`,
        nextStep: "Give the token server HTTPS (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration)" +
            (realm === undefined ? "." : `, or trust it by naming it: plain-http: ${realm.host}.`),
    });
}
function tokenRequest(realm, options, { service, scope }) {
    const parameters = { ...(service === undefined ? {} : { service }), scope };
    if (options.credentials.kind === "identity-token") {
        const { token } = options.credentials;
        options.onSecret(token);
        const form = { grant_type: "refresh_token", client_id: CLIENT_ID, refresh_token: token, ...parameters };
        return {
            method: "POST",
            url: realm,
            headers: { "content-type": "application/x-www-form-urlencoded" },
            body: new URLSearchParams(form).toString(),
        };
    }
    const url = new URL(realm);
    for (const [name, value] of Object.entries(parameters))
        url.searchParams.set(name, value);
    const authorization = basicHeader(options);
    return { method: "GET", url, ...(authorization === undefined ? {} : { headers: { authorization } }) };
}
function decodeToken(realm, response) {
    if (response.status === 401 || response.status === 403 || response.status === 400) {
        throw new registry/* RegistryError */.g("unauthorized", {
            message: `${realm.host}, which hands out tokens for the registry, refused to sign us in (${response.status})`,
            nextStep: "Check the user name and password, and that they may pull and delete.",
        });
    }
    const body = (0,json/* parseJson */.qF)(response.body.toString("utf8"));
    const value = (0,json/* textAt */.$6)(body, "token") ?? (0,json/* textAt */.$6)(body, "access_token");
    if (response.status !== 200 || value === undefined) {
        throw new registry/* RegistryError */.g("unexpected-answer", {
            message: `${realm.host}, which hands out tokens for the registry, answered ${response.status} without a token`,
            nextStep: "Check the token server.",
        });
    }
    const lifetime = (0,json/* isObject */.Gv)(body) ? body["expires_in"] : undefined;
    const seconds = typeof lifetime === "number" && lifetime > 0 ? lifetime : DEFAULT_LIFETIME_S;
    return { value, expires: Date.now() + seconds * MARGIN * 1000 };
}

;// CONCATENATED MODULE: ./lazy/registry/connection/session.js



/** A session that is anonymous until the registry asks, and renews a token that has run out. */
function createSession(options) {
    const tokens = new Map();
    let challenge;
    const authorization = async (scope) => {
        if (challenge === undefined)
            return undefined;
        if (challenge.kind === "basic")
            return basicHeader(options);
        const known = await tokens.get(scope);
        if (known !== undefined && known.expires > Date.now())
            return bearerHeader(known);
        const token = fetchToken(options, challenge, scope);
        tokens.set(scope, token);
        // Whoever waits for it sees the failure; the next request asks anew.
        token.catch(() => tokens.delete(scope));
        return bearerHeader(await token);
    };
    return {
        async send(request, scope) {
            const header = await authorization(scope);
            const response = await options.http.send(withAuthorization(request, header));
            if (response.status !== 401)
                return response;
            // Where a redirect led is not the registry, and may not name a realm for its credentials.
            if (response.url.origin !== request.url.origin)
                return response;
            const asked = parseChallenge(response.headers["www-authenticate"] ?? "");
            if (asked === undefined || (header !== undefined && isFinal(asked)))
                return response;
            challenge = asked;
            const used = await tokens.get(scope);
            if (used !== undefined && bearerHeader(used) === header)
                tokens.delete(scope);
            const renewed = await authorization(scope);
            if (renewed === undefined)
                return response;
            return options.http.send(withAuthorization(request, renewed));
        },
    };
}
/** Whether the same credentials would only be refused again: a password is wrong, or a token allows less than is needed. */
function isFinal(challenge) {
    return challenge.kind === "basic" || challenge.error === "insufficient_scope";
}
function withAuthorization(request, header) {
    return header === undefined
        ? request
        : { ...request, headers: { ...request.headers, authorization: header } };
}
function bearerHeader(token) {
    return `Bearer ${token.value}`;
}

// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var connection_credentials = __nccwpck_require__(9798);
// EXTERNAL MODULE: ../../node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(66);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __nccwpck_require__(9592);
;// CONCATENATED MODULE: ./lazy/registry/http/certificates.js






/**
 * Reads `certs.d/HOST[:PORT]/` as Docker does (https://docs.docker.com/engine/security/certificates/): each `*.crt` is an
 * authority to trust besides the usual ones, and a `*.cert` with the `*.key` of the same name is the client's own.
 * Looked for in `/etc/docker` and in the user's `docker` configuration folder, where rootless Docker has it.
 * @throws {PruneError} where a file is there and can't be read
 */
async function certificatesFor(host) {
    const configuration = process.env["XDG_CONFIG_HOME"] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".config");
    for (const base of ["/etc/docker", (0,external_node_path_.join)(configuration, "docker")]) {
        const folder = (0,external_node_path_.join)(base, "certs.d", host);
        try {
            const names = (await (0,promises_.readdir)(folder)).sort();
            if (names.length > 0)
                return await readFolder(folder, names);
        }
        catch (cause) {
            if ((0,network_errors/* codeOf */.$N)(cause) === "ENOENT" || (0,network_errors/* codeOf */.$N)(cause) === "ENOTDIR")
                continue;
            throw new errors/* PruneError */.Pc(`${folder} can't be read (${(0,network_errors/* codeOf */.$N)(cause)})`, "Let the user that runs this read it, or remove it.", { cause });
        }
    }
    return {};
}
async function readFolder(folder, names) {
    const read = (name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), "utf8");
    const authorities = await Promise.all(names.filter((name) => name.endsWith(".crt")).map(read));
    const cert = names.find((name) => name.endsWith(".cert"));
    const key = cert?.replace(/\.cert$/, ".key");
    return {
        // `ca` replaces what Node trusts by itself, NODE_EXTRA_CA_CERTS included, so that is given again.
        ...(authorities.length === 0
            ? {}
            : { ca: [...external_node_tls_namespaceObject.rootCertificates, ...(await extraAuthorities()), ...authorities] }),
        ...(cert === undefined || key === undefined ? {} : { cert: await read(cert), key: await read(key) }),
    };
}
async function extraAuthorities() {
    const path = process.env["NODE_EXTRA_CA_CERTS"];
    if (path === undefined || path === "")
        return [];
    // Node itself only warns where it can't be read.
    return (0,promises_.readFile)(path, "utf8").then((text) => [text], () => []);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_node_https_, 2);
;// CONCATENATED MODULE: ./lazy/registry/http/body.js

const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** What comes first of an answer's body; nothing where the connection breaks off before. Lets go of the connection. */
async function readFirst(message) {
    try {
        for await (const chunk of message)
            return chunk;
    }
    catch {
        // It broke off, and nothing came.
    }
    return Buffer.alloc(0);
}
/**
 * An answer's whole body. Each way in which it may end settles this: the client's own readBody() would wait for ever where a connection breaks off, and an iterator
 * takes a third of the time of a request to a registry next door.
 * @throws {RegistryError} where it is too large; else what the system throws
 */
function readBody(url, message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let bytes = 0;
        let isWhole = false;
        message.on("data", (chunk) => {
            bytes += chunk.length;
            chunks.push(chunk);
            if (bytes > MAX_BODY_BYTES) {
                message.destroy((0,network_errors/* badAnswer */.k6)(url, `it sends more than ${MAX_BODY_BYTES} bytes`));
            }
        });
        message.on("end", () => {
            isWhole = true;
            resolve(Buffer.concat(chunks));
        });
        message.on("error", reject);
        // After an error this says nothing new.
        message.on("close", () => {
            if (!isWhole)
                reject(new Error("the connection was closed in the middle of an answer"));
        });
    });
}

;// CONCATENATED MODULE: ./lazy/registry/http/exchange.js



const DEADLINE_MS = 30_000;
// A DELETE scans every tag of its repository and is not to be cut off: 10.8 s at 1000 tags on S3 were measured.
const DELETE_DEADLINE_MS = 300_000;
/**
 * Sends one request once, and reads its answer to the end. With few promises, and without an AbortSignal: where the registry is next door, they take longer than the
 * request itself (`npm run bench -- --only first-run`).
 * @throws what the system throws, and {RegistryError} where the answer is too large
 */
function exchange(request, pool) {
    const { url, method, body, peeks } = request;
    const { request: open } = url.protocol === "https:" ? external_node_https_namespaceObject : external_node_http_namespaceObject;
    return new Promise((resolve, reject) => {
        let underWay;
        const deadline = setTimeout(() => underWay.destroy(new Error("no whole answer came in time")), method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS);
        const fail = (error) => {
            clearTimeout(deadline);
            reject(error);
        };
        const sent = open(optionsFor(request, pool), (message) => {
            underWay = message;
            const { statusCode: status = 0, headers } = message;
            const reading = peeks === true ? readFirst(message) : readBody(url, message);
            reading.then((read) => {
                clearTimeout(deadline);
                resolve({
                    status,
                    headers,
                    body: read,
                    get url() {
                        return addressOf(request);
                    },
                });
            }, fail);
        });
        underWay = sent;
        sent.on("error", fail);
        sent.end(body);
    });
}
/** Where a request goes, whole. */
function addressOf({ url, path }) {
    return path === undefined ? url : new URL(path, url);
}
function optionsFor({ method, url, path, headers }, { client, agent }) {
    const { hostname, port } = url;
    return {
        method,
        // An IPv6 literal's brackets are not part of it.
        host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
        port: port === "" ? undefined : port,
        path: path ?? url.pathname + url.search,
        headers: { "user-agent": client.userAgent, ...headers },
        agent,
    };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./lazy/core/progress/adaptive-concurrency.js
const FIRST_LIMIT = 8;
const STEP = 1.5;
const WINDOW_MS = 200;
// More scatter less, and take longer: simulated with times that are 30 % off, and with exponential ones.
const LEAST_SERVED = 24;
const LEAST_ROUNDS = 3;
// With so many a window needs to be no longer than what stops a process for a moment (its garbage, somebody else's), a few times over.
const MANY_SERVED = 100;
const SHORT_WINDOW_MS = 60;
const LEAST_STEP = 1.25;
// A server that has reached its most yields the same with more, one that has not 1.5 times as much; in between, for what is measured scatters.
const BETTER = 1.15;
// Above 1 / BETTER, or two limits would each be left for the other.
const AS_GOOD = 0.9;
const SLOWER = 2;
// What is measured in a process's first seconds is partly itself, getting faster: fewer seem to do as well, when more would do twice as much by then.
const QUICK_MS = 20;
// What more would yield there is little, and seen between one step and the next only where that is large.
const QUICK_BETTER = 1.05;
const QUICK_STEP = 2;
const FIRST_HOLD = 8;
// A quick server is hardly troubled by another try, and one that is in trouble serves no windows, so that this is long where it has to be.
const SHORT_HOLD = 2;
const LONGEST_HOLD = 32;
const EMPTY = { served: 0, ms: 0 };
/** The pace to start with. @param cap a whole number from 1 */
function newConcurrency(cap) {
    return {
        cap,
        limit: Math.min(FIRST_LIMIT, cap),
        underWay: 0,
        generation: 0,
        at: 0,
        window: undefined,
        aim: { kind: "measure" },
        patience: SHORT_HOLD,
    };
}
/** A request begins at `now`. Whoever begins it keeps `pace.generation` for its end. */
function begun(pace, now) {
    return { ...pace, at: now, window: windowAt(pace, now), underWay: pace.underWay + 1 };
}
/**
 * A request has ended. The limit climbs while that pays, by one and a half, or by two where requests take little; else it falls as far as nothing is lost by it, which leaves the server to others;
 * then it holds, for longer each time that nothing came of trying, and tries to climb again. A refusal halves it, or ends the try that it met; where a request
 * comes to take twice as long, it falls by one and a half.
 */
function ended(pace, { now, generation, isRefused }) {
    const isStale = generation !== pace.generation;
    const window = windowAt(pace, now);
    const left = { ...pace, at: now, window, underWay: pace.underWay - 1 };
    if (isRefused)
        return isStale ? left : afterRefusal(left);
    if (window === undefined)
        return isStale ? left : { ...left, window: EMPTY };
    const { ms } = window;
    const served = window.served + (isFull(pace) ? 1 : 0);
    return isWhole(pace, { served, ms })
        ? decided({ ...left, window: EMPTY }, served / ms)
        : { ...left, window: { served, ms } };
}
function isWhole({ limit }, { served, ms }) {
    if (served < Math.max(LEAST_ROUNDS * limit, LEAST_SERVED))
        return false;
    return ms >= (served < MANY_SERVED ? WINDOW_MS : SHORT_WINDOW_MS);
}
function isFull({ underWay, limit }) {
    return underWay >= limit;
}
function windowAt(pace, now) {
    const { window, at } = pace;
    return window === undefined || !isFull(pace) ? window : { served: window.served, ms: window.ms + now - at };
}
function afterRefusal(pace) {
    const { aim, limit } = pace;
    // What was not too much before is known.
    if (aim.kind === "up")
        return settled(pace, aim.base, aim.from);
    // There is no less than 1; holding ends none the less, or a server that fails now and then would be left at that.
    if (limit === 1 && aim.kind === "hold")
        return pace;
    return lowered(pace, Math.floor(limit / 2));
}
/** `rate` is what the limit of now yields. */
function decided(pace, rate) {
    const { aim, limit } = pace;
    const speed = { limit, rate };
    switch (aim.kind) {
        case "measure":
            return tryMore(pace, speed, limit);
        case "up":
            if (rate >= (isQuick(speed) ? QUICK_BETTER : BETTER) * aim.base.rate) {
                return tryMore(pace, speed, aim.from);
            }
            return tryFewer(pace, aim.base, aim.from);
        case "down":
            // Compared to the first each time: many small losses are a large one.
            if (rate >= AS_GOOD * aim.base.rate)
                return tryFewer(pace, { limit, rate: aim.base.rate }, aim.from);
            return settled(pace, aim.base, aim.from);
        case "hold":
            return held(pace, aim, rate);
    }
}
function held(pace, { windows, rates }, rate) {
    const isSlower = rates !== undefined && rate * SLOWER < rates.accepted;
    // Somebody else may be using the server.
    if (isSlower && pace.limit > 1)
        return lowered(pace, fewerThan(pace.limit));
    const recent = rates === undefined || isSlower ? rate : (rates.recent + rate) / 2;
    const accepted = rates === undefined || isSlower ? rate : rates.accepted;
    return windows > 1
        ? { ...pace, aim: { kind: "hold", windows: windows - 1, rates: { accepted, recent } } }
        : tryMore(pace, { limit: pace.limit, rate: recent }, pace.limit);
}
function tryMore(pace, base, from) {
    const more = moreThan(base, pace.cap);
    return more === base.limit ? tryFewer(pace, base, from) : at(pace, more, { kind: "up", base, from });
}
function tryFewer(pace, base, from) {
    // Fewer were left a moment ago, for they yielded less; and where nobody waits long, nobody else is kept waiting either.
    if (base.limit > from || base.limit === 1 || isQuick(base))
        return settled(pace, base, from);
    return at(pace, fewerThan(base.limit), { kind: "down", base, from });
}
/** Whether a request takes so little that all which are under way are not felt by others. */
function isQuick({ limit, rate }) {
    return limit / rate < QUICK_MS;
}
function moreThan(base, cap) {
    const { limit } = base;
    const more = Math.max(limit + 1, Math.floor(limit * (isQuick(base) ? QUICK_STEP : STEP)));
    // From there the rest would be too small a step to be seen to pay.
    return more * LEAST_STEP > cap ? cap : more;
}
function fewerThan(limit) {
    return Math.max(1, Math.floor(limit / STEP));
}
function settled(pace, speed, from) {
    const { limit, rate } = speed;
    const first = isQuick(speed) ? SHORT_HOLD : FIRST_HOLD;
    const windows = limit === from ? Math.max(first, pace.patience) : first;
    const rates = { accepted: rate, recent: rate };
    const patience = Math.min(LONGEST_HOLD, 2 * windows);
    return { ...at(pace, limit, { kind: "hold", windows, rates }), patience };
}
/** What it yields then is not known yet. */
function lowered(pace, limit) {
    const hold = { kind: "hold", windows: SHORT_HOLD, rates: undefined };
    return { ...at(pace, Math.max(1, limit), hold), patience: SHORT_HOLD };
}
function at(pace, limit, aim) {
    if (limit === pace.limit)
        return { ...pace, aim };
    return { ...pace, limit, aim, generation: pace.generation + 1, window: undefined };
}

;// CONCATENATED MODULE: ./lazy/registry/http/adaptive-limits.js




// What is worth another attempt (retry.ts) is also what too many requests at once look like, at the registry itself or at a proxy in front of it.
const REFUSALS = new Set([429, 502, 503, 504]);
/** Paces that start anew for each origin. @param cap most requests at once to one origin, a whole number from 1 */
function createAdaptiveLimits(cap) {
    const origins = new Map();
    const closing = new AbortController();
    // Each pause is one.
    (0,external_node_events_.setMaxListeners)(0, closing.signal);
    const paceOf = (url, method) => {
        const origin = origins.get(url.origin) ?? createOrigin(cap);
        origins.set(url.origin, origin);
        return method === "DELETE" ? origin.deletions : origin.others;
    };
    return {
        run: ({ url, method }, send) => paceOf(url, method).run(() => {
            closing.signal.throwIfAborted();
            return send();
        }),
        atOnce: (url, method) => paceOf(url, method).atOnce(),
        pause: (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: closing.signal }).catch(() => undefined),
        close: () => {
            closing.abort();
        },
    };
}
function createOrigin(cap) {
    // Both together are not to be more either; and what waits for a connection is not to look slow, nor to miss its deadline by that.
    const connections = { free: cap };
    const deletions = new Line(cap, connections);
    const others = new Line(cap, connections);
    // The others first, so that neither waits for as long as there are more of its kind.
    deletions.onEnd = () => {
        others.serve();
        deletions.serve();
    };
    others.onEnd = () => {
        deletions.serve();
        others.serve();
    };
    return { deletions, others };
}
/** Requests of one kind. As soon as one may go, the first that waits goes, and no promise stands between: thousands go through here. */
class Line {
    onEnd = () => undefined;
    #pace;
    #connections;
    /** Each is told the pace's generation when it is its turn. */
    #waiting = [];
    constructor(cap, connections) {
        this.#pace = newConcurrency(cap);
        this.#connections = connections;
    }
    atOnce() {
        return this.#pace.limit;
    }
    async run(send) {
        const generation = this.#isFree() ? this.#begin() : await this.#turn();
        let isRefused = false;
        try {
            const response = await send();
            isRefused = REFUSALS.has(response.status);
            return response;
        }
        catch (error) {
            // An answer that is none was an answer in time.
            isRefused = !(error instanceof registry/* RegistryError */.g);
            throw error;
        }
        finally {
            this.#connections.free += 1;
            this.#pace = ended(this.#pace, { now: performance.now(), generation, isRefused });
            this.onEnd();
        }
    }
    /** Lets those go who may. */
    serve() {
        while (this.#waiting.length > 0 && this.#isFree())
            this.#waiting.shift()?.(this.#begin());
    }
    #isFree() {
        return this.#connections.free > 0 && this.#pace.underWay < this.#pace.limit;
    }
    #begin() {
        this.#connections.free -= 1;
        this.#pace = begun(this.#pace, performance.now());
        return this.#pace.generation;
    }
    #turn() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
}

;// CONCATENATED MODULE: ./lazy/registry/http/retry.js

/** How often one request is sent at the most. */
const MAX_ATTEMPTS = 4;
const BASE_MS = 200;
const LONGEST_WAIT_MS = 60_000;
const STATUSES = new Set([429, 502, 503, 504]);
const CODES = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNABORTED"]);
/**
 * How many milliseconds to wait before the next attempt, or `undefined` where there is to be none.
 * Exponential with full jitter; a server's Retry-After (RFC 9110 §10.2.3: seconds or a date) is obeyed up to a minute,
 * and one that asks for longer is not outrun.
 * @param attempt 1 for the first
 * @param random from 0 to 1; `now` is in milliseconds since the epoch
 */
function retryDelay(attempt, outcome, { random, now }) {
    if (attempt >= MAX_ATTEMPTS)
        return undefined;
    const backOff = BASE_MS * 2 ** (attempt - 1) * random;
    if (outcome.kind === "error")
        return CODES.has((0,network_errors/* codeOf */.$N)(outcome.error)) ? backOff : undefined;
    if (!STATUSES.has(outcome.status))
        return undefined;
    const asked = readRetryAfter(outcome.retryAfter, now);
    if (asked > LONGEST_WAIT_MS)
        return undefined;
    return Math.max(asked, backOff);
}
function readRetryAfter(header, now) {
    if (header === undefined)
        return 0;
    if (/^\d+$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lazy/registry/http/http.js







const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/**
 * One pool of keep-alive connections for each origin, at most `concurrency` requests at once in it, and no more than do it good.
 * Retries what is safe to repeat, follows redirects of reads, and never sends credentials to another origin than they were given for.
 */
function createHttp(options) {
    const pools = new Map();
    const limits = createAdaptiveLimits(options.concurrency);
    const poolFor = (url) => {
        const { origin } = url;
        const known = pools.get(origin);
        if (known !== undefined)
            return known;
        const made = openPool(url, options);
        pools.set(origin, made);
        return made;
    };
    return {
        send: (request) => followRedirects(request, { poolFor, limits }),
        atOnce: limits.atOnce,
        close: () => {
            limits.close();
            // A pool that could not be made has nothing to let go of; its error was thrown to whoever sent.
            for (const pool of pools.values()) {
                pool.then(({ client }) => client.dispose(), () => undefined);
            }
        },
    };
}
async function openPool(url, options) {
    // It knows the proxies of the environment. Its own requests can't be given up, and do not understand an IPv6 literal.
    const client = new lib/* HttpClient */.Qq(options.userAgent, [], { keepAlive: true, maxSockets: options.concurrency });
    const agent = client.getAgent(url.href);
    if (url.protocol === "https:") {
        // The client has no option for certificates; its agent's own options work, directly and through a proxy.
        agent.options = { ...(agent.options ?? {}), ...(await certificatesFor(url.host)) };
    }
    return { client, agent };
}
async function followRedirects(request, way) {
    let current = request;
    for (let hops = 0;; hops += 1) {
        const response = await sendWithRetries(current, way);
        const { location } = response.headers;
        const isRead = request.method === "GET" || request.method === "HEAD";
        if (!REDIRECTS.has(response.status) || location === undefined || !isRead)
            return response;
        if (request.followsRedirects === false)
            return response;
        if (hops === MAX_REDIRECTS)
            throw (0,network_errors/* badAnswer */.k6)(request.url, "it redirects without an end");
        current = redirected(current, new URL(location, addressOf(current)));
    }
}
/** The same request elsewhere. Another origin never sees the credentials. */
function redirected(request, url) {
    if (request.url.protocol === "https:" && url.protocol !== "https:") {
        throw (0,network_errors/* badAnswer */.k6)(request.url, "it redirects from HTTPS to plain HTTP");
    }
    const headers = Object.entries(request.headers ?? {}).filter(([name]) => name !== "authorization" || url.origin === request.url.origin);
    return { ...request, url, path: undefined, headers: Object.fromEntries(headers) };
}
async function sendWithRetries(request, way) {
    const pool = await way.poolFor(request.url);
    for (let attempt = 1;; attempt += 1) {
        const result = await attemptOnce(request, pool, way.limits);
        const isTaken = request.takesLimits === true && result.kind === "answer" && result.status === 429;
        const isLast = attempt === request.attempts || isTaken;
        const delay = isLast
            ? undefined
            : retryDelay(attempt, result, { random: Math.random(), now: Date.now() });
        if (delay !== undefined)
            await way.limits.pause(delay);
        else if (result.kind === "answer")
            return result.response;
        else
            throw result.error instanceof registry/* RegistryError */.g ? result.error : (0,network_errors/* networkError */.x6)(request.url, result.error);
    }
}
async function attemptOnce(request, pool, limits) {
    try {
        const response = await limits.run(request, () => exchange(request, pool));
        const { status, headers } = response;
        return { kind: "answer", response, status, retryAfter: headers["retry-after"] };
    }
    catch (error) {
        return { kind: "error", error };
    }
}

;// CONCATENATED MODULE: ./lazy/registry/connection/connection.js



/** Whether a `host[:port]` is this machine by its address (RFC 5735 127/8, RFC 4291 ::1) or by the name `localhost`. */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, "").toLowerCase();
    return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/** Makes the way to a host. Sends nothing yet. */
async function connect(options) {
    const { host, scheme, plainHttp } = options;
    const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
    const allowsPlainHttp = (other) => isLoopback(other) || trusted.includes(other);
    const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
    const credentials = options.credentials ?? (await (0,connection_credentials/* dockerCredentials */.d)(host));
    const http = createHttp(options);
    const session = createSession({ http, credentials, allowsPlainHttp, onSecret: options.onSecret });
    const base = new URL(`${protocol}://${host}/`);
    const atOnce = (method) => http.atOnce(base, method);
    return { base, session, http, allowsPlainHttp, atOnce, close: () => http.close() };
}


/***/ }),

/***/ 9798:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ dockerCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6846);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3979);
/* harmony import */ var _http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9592);






const ANONYMOUS = { kind: "anonymous" };
const HELPER_MS = 30_000;
/**
 * Finds a host's credentials in Docker's configuration (`$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`), in
 * Docker's own order: `credHelpers` for the host, `credsStore`, `auths`. Without an entry: anonymous.
 * @throws {PruneError} where the file or a helper is there and does not work
 */
async function dockerCredentials(host) {
    const folder = process.env["DOCKER_CONFIG"] ?? "";
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder === "" ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".docker") : folder, "config.json");
    const config = await readConfig(path);
    const helper = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(config["credHelpers"], host) ?? (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(config, "credsStore");
    if (helper !== undefined) {
        const found = await askHelper(helper, host);
        if (found.kind !== "anonymous")
            return found;
    }
    return fromAuths(objectAt(config, "auths"), host, path);
}
async function readConfig(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8").catch((cause) => {
        if ((0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "ENOENT" || (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "ENOTDIR")
            return "{}";
        throw unreadableConfig(path, (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause));
    });
    const config = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text);
    // Not the parser's own message: it quotes the text, which holds passwords.
    if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(config))
        throw unreadableConfig(path, "it is not a JSON object");
    return config;
}
function unreadableConfig(path, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${path} can't be read (${why})`, "Correct it, sign in again with docker login, or give username and password.");
}
function fromAuths(auths, host, path) {
    const key = Object.keys(auths).find((name) => hostOf(name) === host);
    if (key === undefined)
        return ANONYMOUS;
    const entry = objectAt(auths, key);
    const identity = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "identitytoken");
    if (identity !== undefined)
        return { kind: "identity-token", token: identity };
    const decoded = Buffer.from((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "auth") ?? "", "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    const username = colon > 0 ? decoded.slice(0, colon) : (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "username");
    const password = colon > 0 ? decoded.slice(colon + 1) : (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "password");
    if (username !== undefined && password !== undefined)
        return { kind: "password", username, password };
    if (Object.keys(entry).length === 0)
        return ANONYMOUS; // what `docker login` leaves beside a credsStore
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${path} has an entry for ${host} without a user name and password`, `Sign in again: docker login ${host}`);
}
/** Docker writes a bare host, and in older files a URL with a path. */
function hostOf(key) {
    return key
        .replace(/^https?:\/\//, "")
        .replace(/\/.*$/, "")
        .toLowerCase();
}
/** The protocol of https://github.com/docker/docker-credential-helpers: the host on standard input, JSON on standard output. */
async function askHelper(helper, host) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`"${helper}" is not the name of a credential helper`, "Correct Docker's config.json.");
    }
    // Few have a helper, and loading this takes a start longer than reading the file.
    const { execFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1421, 19));
    const output = await new Promise((resolve, reject) => {
        const child = execFile(program, ["get"], { timeout: HELPER_MS }, (error, stdout) => {
            // Helpers say on standard output, with exit code 1, that they know nothing of a host.
            if (error === null)
                resolve(stdout);
            else if (/credentials not found/i.test(stdout))
                resolve("{}");
            else
                reject(new Error(`it ended with ${String(error.code ?? error.signal)}`));
        });
        // A helper may answer without reading, which breaks the pipe.
        child.stdin?.on("error", () => undefined).end(host);
    }).catch((cause) => {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${program}, which Docker's config.json names for ${host}, does not work (${reasonOf(cause)})`, "Install it or put it on the PATH, take it out of config.json, or give username and password.");
    });
    return fromHelper(program, output);
}
function reasonOf(cause) {
    return (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "" && cause instanceof Error ? cause.message : (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause);
}
function fromHelper(program, output) {
    const answer = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(output);
    if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(answer)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${program} did not answer with JSON`, "Check the helper, or give username and password.");
    }
    const username = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(answer, "Username");
    const secret = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(answer, "Secret");
    if (secret === undefined)
        return ANONYMOUS;
    if (username === "<token>")
        return { kind: "identity-token", token: secret };
    return username === undefined ? ANONYMOUS : { kind: "password", username, password: secret };
}
function objectAt(value, key) {
    const found = value[key];
    return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(found) ? found : {};
}


/***/ }),

/***/ 473:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ askCatalog),
/* harmony export */   aP: () => (/* binding */ decodeCatalog),
/* harmony export */   xW: () => (/* binding */ listRepositories)
/* harmony export */ });
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1033);
/* harmony import */ var _http_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6982);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4541);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(252);




const PATH = "v2/_catalog";
// As many as Distribution sends at the most, unless its `catalog.maxentries` says otherwise; it refuses more (measured).
const LARGEST_PAGE = `${PATH}?n=1000`;
// https://distribution.github.io/distribution/spec/auth/scope/#resource-provider-use
const SCOPE = "registry:catalog:*";
/**
 * All repositories, through all pages, each once, in the registry's order (https://distribution.github.io/distribution/spec/api/#catalog).
 * @throws {RegistryError} where the registry does not list them, with what to do instead
 * @throws {UnsureError} where the list can't be trusted to be whole
 */
async function listRepositories(connection) {
    const { base } = connection;
    const list = {
        of: "repositories",
        base,
        first: PATH,
        ask: (page) => askForAll(connection, page),
    };
    const names = new Set();
    for await (const { response } of (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .pagesOf */ .E0)(list)) {
        if (response.status !== 200 || (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogRefusal */ .e4)(base.host, response);
        for (const name of decodeCatalog(base, response))
            names.add(name);
    }
    return [...names];
}
/**
 * A page; in the first one's place, where there are more, one with all repositories if the registry sends such a one. For 3.1.1 on S3 loses repositories
 * between pages (measured): it walks them in the order of their bytes, team-a/app before team/app, and skips those that come before the last page's end by
 * the parts of their paths, as team/app does.
 */
async function askForAll(connection, page) {
    const response = await askAllowed(connection, page);
    if (page !== PATH || response.headers["link"] === undefined)
        return response;
    const larger = await askAllowed(connection, LARGEST_PAGE);
    return larger.status === 200 ? larger : response;
}
/** A token server that hands out no token for the catalog says no, as a registry's 401 does. */
async function askAllowed(connection, page) {
    try {
        return await askCatalog(connection, page);
    }
    catch (error) {
        if (!(error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .g) || error.kind !== "unauthorized")
            throw error;
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .noCatalog */ .JS)(connection.base.host, error.kind, error.message);
    }
}
/**
 * Asks for a page of the repositories; the right to it is one of its own.
 * @throws {RegistryError} where no whole answer could be had, or no token
 */
function askCatalog({ base, session }, page) {
    const request = {
        method: "GET",
        url: new URL(page, base),
        headers: { accept: "application/json" },
    };
    return session.send(request, SCOPE);
}
/**
 * The repositories on a page.
 * @throws {UnsureError} where it is not one
 */
function decodeCatalog(base, response) {
    const list = { of: "repositories", base };
    return (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOn */ .g8)(list, response, { isName: _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepositoryName */ .en, what: "a repository" });
}


/***/ }),

/***/ 5664:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ contentDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1033);


/** The digest of bytes by one of the two algorithms of the image specification ("Registered algorithms"); `undefined` by any other. */
function contentDigest(algorithm, bytes) {
    if (algorithm !== "sha256" && algorithm !== "sha512")
        return undefined;
    const digest = `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest("hex")}`;
    return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) ? digest : undefined;
}


/***/ }),

/***/ 2071:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ createDistribution)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var names_reference = __nccwpck_require__(1033);
// EXTERNAL MODULE: ./lazy/registry/distribution/catalog.js
var catalog = __nccwpck_require__(473);
// EXTERNAL MODULE: ./lazy/registry/distribution/probes.js
var probes = __nccwpck_require__(3963);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __nccwpck_require__(5664);
// EXTERNAL MODULE: ./lazy/registry/distribution/refusals.js
var refusals = __nccwpck_require__(4541);
;// CONCATENATED MODULE: ./lazy/registry/distribution/read-blob.js



/**
 * A blob's bytes, whole (distribution spec, "Pulling blobs"); `undefined` where the registry says that there is none. Distribution on S3 redirects to its
 * storage. Where a collection took the blob under a warm cache it answers 200 and cuts the line (measured, 2.8.2 and 3.1.1), which is an error.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
async function readBlob(host, call, { repository, digest }) {
    const response = await call(repository, { method: "GET", path: `blobs/${digest}` });
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return undefined;
    if (response.status !== 200)
        throw (0,refusals/* refusal */.x5)(host, response, `reading the blob ${digest} of ${repository}`);
    const [algorithm = ""] = digest.split(":");
    const computed = (0,content_digest/* contentDigest */.e)(algorithm, response.body);
    if (computed === digest)
        return response.body;
    const why = computed === undefined
        ? `its digest is made by ${algorithm}, which is not known here`
        : "its bytes are not what its digest says";
    throw new errors/* UnsureError */.jA(`${host}/${repository}: the blob ${digest} can't be trusted: ${why}; nothing is decided on it`, "Look at the registry and what stands in front of it, and run again.");
}

// EXTERNAL MODULE: ./lazy/registry/distribution/read-manifest.js
var read_manifest = __nccwpck_require__(3380);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __nccwpck_require__(3979);
// EXTERNAL MODULE: ./lazy/registry/http/pages.js + 1 modules
var pages = __nccwpck_require__(6982);
;// CONCATENATED MODULE: ./lazy/registry/distribution/referrers.js




const INDEX = "application/vnd.oci.image.index.v1+json";
const MAX_PAGES = 1_000;
// What registries without the list answer: Distribution 404 in text, others that it is no method or not implemented.
const UNSUPPORTED = [404, 405, 501];
/**
 * What refers to a manifest, through all pages (distribution spec, "Listing Referrers"); `undefined` where the registry has no such list, which by the
 * specification is never answered with 404.
 * @throws {RegistryError | UnsureError} where the list can't be trusted
 */
async function listReferrers(base, call, { repository, digest }) {
    const { host } = base;
    const list = {
        of: "referrers",
        base,
        first: `referrers/${digest}`,
        ask: (page) => call(repository, { method: "GET", path: page, accept: [INDEX] }),
        maxPages: MAX_PAGES,
    };
    const referrers = new Set();
    for await (const { isFirst, response } of (0,pages/* pagesOf */.E0)(list)) {
        if (isFirst && UNSUPPORTED.includes(response.status))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(host, response, `listing what refers to ${digest}`);
        for (const referrer of decode(list, (0,json/* parseJson */.qF)(response.body.toString("utf8"))))
            referrers.add(referrer);
    }
    return [...referrers];
}
function decode(list, body) {
    const manifests = (0,json/* isObject */.Gv)(body) ? body["manifests"] : undefined;
    if (!Array.isArray(manifests))
        throw (0,pages/* untrusted */.bp)(list, "it is not the index that the API asks for");
    return manifests.map((descriptor) => {
        const digest = (0,json/* textAt */.$6)(descriptor, "digest");
        if (digest !== undefined && (0,names_reference/* isDigest */.Bc)(digest))
            return digest;
        throw (0,pages/* untrusted */.bp)(list, "there is something in it without a digest");
    });
}

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/distribution/tag-list.js



// Without `n`: 3.1.x on S3 loses tags when it pages (measured), and 2.8 does not page at all.
const PATH = "tags/list";
/**
 * All tags, through all pages (distribution spec, "Listing Tags"), each once; `undefined` where the registry does not know the repository.
 * @throws {RegistryError | UnsureError} where the list can't be trusted to be whole
 */
async function listTags(base, call, repository) {
    const { host } = base;
    const list = {
        of: "tags",
        base,
        first: PATH,
        ask: (page) => call(repository, { method: "GET", path: page, accept: ["application/json"] }),
    };
    const tags = new Set();
    for await (const { isFirst, response } of (0,pages/* pagesOf */.E0)(list)) {
        if (isFirst && (0,refusals/* isRegistrys404 */.vl)(response))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(host, response, `listing the tags of ${repository}`);
        for (const tag of decodeTags(list, response))
            tags.add(tag);
    }
    return [...tags];
}
function decodeTags(list, response) {
    if ((0,refusals/* isHtml */._6)(response))
        throw (0,refusals/* refusal */.x5)(list.base.host, response, "listing tags");
    return (0,pages/* namesOn */.g8)(list, response, { isName: names_reference/* isTag */.dz, what: "a tag" });
}

// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __nccwpck_require__(3366);
;// CONCATENATED MODULE: ./lazy/registry/distribution/distribution.js











/** A registry that speaks the distribution API (https://github.com/opencontainers/distribution-spec), as Distribution does. */
function createDistribution(connection, rights) {
    const { base } = connection;
    const { host } = base;
    const call = (0,requests/* caller */.m)(connection, rights);
    const remove = remover(call);
    const deletesRefused = askOnce(async (repository) => (0,refusals/* deleteRefusal */.EY)(host, await remove(repository, requests/* NO_DIGEST */.z), repository));
    return {
        listRepositories: () => (0,catalog/* listRepositories */.xW)(connection),
        listTags: (repository) => listTags(base, call, repository),
        listUntagged: () => Promise.resolve(undefined),
        listDeleted: () => Promise.resolve(new Set()),
        undelete: (repository, digest) => Promise.reject(new TypeError(`${repository}@${digest} is in no list`)),
        readManifest: (repository, reference) => (0,read_manifest/* readManifest */.WI)(host, call, { repository, reference }),
        resolveTag: (repository, tag) => (0,read_manifest/* resolveTag */.fn)(host, call, { repository, reference: tag }),
        async proveDeletes(repository) {
            const error = await deletesRefused(repository);
            if (error !== undefined)
                throw error;
        },
        deleteManifest: async (repository, digest) => deleted(host, await remove(repository, digest), `${repository}@${digest}`),
        async untags(repository) {
            if (!rights.includes("delete"))
                return untagsByLook(connection);
            // Distribution 3.0 deletes tags with deletes turned off, and then not the image (measured): digests come first.
            if ((await deletesRefused(repository)) !== undefined)
                return "unseen";
            return untagsBy(await remove(repository, (0,probes/* tagOfNobody */.X1)()));
        },
        deleteTag: async (repository, tag) => deleted(host, await remove(repository, tag, 1), `the tag ${repository}:${tag}`),
        listReferrers: (repository, digest) => listReferrers(base, call, { repository, digest }),
        putManifest: (repository, reference, manifest) => putManifest(host, call, { repository, reference, manifest }),
        proveRoom: (repository) => proveRoom(connection, repository),
        readsBlob: (repository, digest) => readsBlob(host, call, { repository, digest }),
        readBlob: (repository, digest) => readBlob(host, call, { repository, digest }),
        deletionsAtOnce: () => connection.atOnce("DELETE"),
        scansTags: true,
        frees: "at-collection",
        close: connection.close,
    };
}
/** Asks whether a registry refuses to delete in a repository, until it has not. */
function askOnce(ask) {
    const proven = new Set();
    return async (repository) => {
        if (proven.has(repository))
            return undefined;
        const error = await ask(repository);
        if (error === undefined)
            proven.add(repository);
        return error;
    };
}
function remover(call) {
    return (repository, reference, attempts) => call(repository, { method: "DELETE", path: `manifests/${reference}`, attempts });
}
function deleted(host, response, what) {
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return "gone";
    if ((0,refusals/* isDeleted */.oy)(response))
        return "deleted";
    throw (0,refusals/* refusal */.x5)(host, response, `deleting ${what}`);
}
/** What a registry that can't be asked to delete shows (measured): Distribution 2.8 can't, 3.x can. */
const UNTAGS_BY_MAJOR = { 0: "unseen", 2: "no", 3: "yes" };
async function untagsByLook(connection) {
    return UNTAGS_BY_MAJOR[(0,probes/* distributionMajor */.uY)(await (0,probes/* askAsNobody */.to)(connection)) ?? 0];
}
/** What the answer to deleting a tag that nobody can have pushed says: Distribution 2.8 takes the name for a bad digest (measured). */
function untagsBy(response) {
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return "yes";
    return response.status === 400 || response.status === 405 ? "no" : "unseen";
}
async function putManifest(host, call, target) {
    const { repository, reference, manifest } = target;
    const response = await call(repository, {
        method: "PUT",
        path: `manifests/${reference}`,
        headers: { "content-type": manifest.mediaType },
        body: manifest.body,
        // A tag may be somebody else's by the second time.
        ...((0,names_reference/* isDigest */.Bc)(reference) ? {} : { attempts: 1 }),
    });
    if ((0,refusals/* isDiskFull */.b$)(response))
        throw (0,refusals/* diskFull */.xg)(host);
    if ((0,refusals/* isReadOnly */.PI)(response))
        throw (0,refusals/* readOnly */.Tu)(host);
    if (response.status !== 201)
        throw (0,refusals/* refusal */.x5)(host, response, `writing ${repository}:${reference}`);
}
// Many times what a manifest and its links take: Distribution 2.8 breaks a tag for which there is too little room (measured).
const ROOM_BYTES = 256 * 1024;
async function proveRoom(connection, repository) {
    const { host } = connection.base;
    const answer = await (0,probes/* tryUpload */.tH)({ connection, repository }, Buffer.alloc(ROOM_BYTES));
    if (answer.kind === "cancelled")
        return;
    throw answer.kind === "disk-full" ? (0,refusals/* diskFull */.xg)(host) : takesNoWrites(host, answer);
}
function takesNoWrites(host, answer) {
    const { kind } = answer;
    // Without its address, not a byte of it was sent.
    const why = kind === "left-behind" ? `one that was begun could not be cancelled: ${answer.why}` : kind;
    return new registry/* RegistryError */.g(kind === "no-right" ? "forbidden" : "unexpected-answer", {
        message: `${host} takes no uploads (${why}), so nothing can be written there`,
        nextStep: "Sign in as a user who may push too; check says what else may be wrong.",
    });
}
const PEEKS = 3;
const EMPTY_BLOB = `sha256:${(0,external_node_crypto_.createHash)("sha256").digest("hex")}`;
/**
 * Whether the first byte of a blob can be read. Distribution answers 206 for a blob that a collection took under a warm cache, and cuts the line before
 * that byte (measured, 2.8.2 and 3.1.1), so the status alone proves nothing. An empty blob has none: 2.8 says so with 416, 3.x with 200.
 */
async function readsBlob(host, call, { repository, digest }) {
    for (let attempt = 1;; attempt += 1) {
        const response = await call(repository, {
            method: "GET",
            path: `blobs/${digest}`,
            headers: { range: "bytes=0-0" },
            peeks: true,
        });
        const isFound = response.status === 200 || response.status === 206;
        const isRead = response.body.length > 0 || digest === EMPTY_BLOB;
        if (response.status === 416 || (isFound && isRead))
            return true;
        if ((0,refusals/* isRegistrys404 */.vl)(response))
            return false;
        if (!isFound)
            throw (0,refusals/* refusal */.x5)(host, response, `reading the blob ${digest} of ${repository}`);
        // Once can be the network.
        if (attempt === PEEKS)
            return false;
    }
}


/***/ }),

/***/ 9001:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./lazy/registry/distribution/catalog.js
var catalog = __nccwpck_require__(473);
// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __nccwpck_require__(3366);
// EXTERNAL MODULE: ./lazy/registry/distribution/probes.js
var probes = __nccwpck_require__(3963);
// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 12 modules
var connection_connection = __nccwpck_require__(9738);
// EXTERNAL MODULE: ./lazy/registry/http/pages.js + 1 modules
var pages = __nccwpck_require__(6982);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __nccwpck_require__(9592);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/distribution/liveness.js


/** Looks at `/v2/` once, as nobody, without a retry. Never throws. */
async function probeLiveness({ base, http }) {
    try {
        const { status } = await http.send({ method: "GET", url: new URL("v2/", base), attempts: 1 });
        if (status === 502 || status === 503)
            return { kind: "down", how: `${status}` };
        // A proxy whose registry does not answer in time says nothing about whether it runs.
        return status === 504 ? { kind: "unknown", why: "a proxy answers 504" } : { kind: "up" };
    }
    catch (error) {
        if (!(error instanceof registry/* RegistryError */.g))
            throw error;
        return (0,network_errors/* codeOf */.$N)(error.cause) === "ECONNREFUSED"
            ? { kind: "down", how: "refused" }
            : { kind: "unknown", why: error.message };
    }
}

// EXTERNAL MODULE: ./lazy/registry/distribution/refusals.js
var refusals = __nccwpck_require__(4541);
;// CONCATENATED MODULE: ./lazy/registry/distribution/host.js








/** Makes the client for a registry's host. Sends nothing yet. */
async function openHost(options) {
    const connection = await (0,connection_connection/* connect */.N)(options);
    return {
        name: options.host,
        liveness: () => probeLiveness(connection),
        major: async () => (0,probes/* distributionMajor */.uY)(await (0,probes/* askAsNobody */.to)(connection)),
        proveReadOnly: (repository) => proveReadOnly(connection, repository),
        listRepositories: () => listRepositories(connection),
        findBlob: (repository, digest) => findBlob(connection, repository, digest),
        measureBlob: (repository, digest) => measureBlob(connection, repository, digest),
        close: connection.close,
    };
}
/**
 * In maintenance Distribution answers every write with 405, text and `Allow: GET, HEAD` (measured, 2.8 and 3.x). Deleting what can't be there
 * shows it without harm; only then is the beginning of an upload asked for, for a proxy may refuse deletes alone.
 */
async function proveReadOnly(connection, repository) {
    const { base, session } = connection;
    const nothing = new URL(`v2/${repository}/manifests/${requests/* NO_DIGEST */.z}`, base);
    const deletion = await session.send({ method: "DELETE", url: nothing }, `repository:${repository}:pull,delete`);
    if (!(0,refusals/* isReadOnly */.PI)(deletion))
        throw takesWrites(base.host, `it answered a delete with ${deletion.status}`);
    const upload = await (0,probes/* tryUpload */.tH)({ connection, repository });
    if (upload.kind !== "read-only") {
        throw takesWrites(base.host, "it did not refuse an upload as such a one does");
    }
}
function takesWrites(host, why) {
    return new registry/* RegistryError */.g("takes-writes", {
        message: `${host} runs, and is not read-only (${why}); nothing was removed`,
        nextStep: [
            "Stop it, or make it read-only: storage: maintenance: readonly: enabled: true in its configuration, then a restart",
            '(by environment only as REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}; …_READONLY_ENABLED=true is ignored, or panics).',
        ].join("\n"),
    });
}
async function listRepositories(connection) {
    const { base } = connection;
    const names = new Set();
    // Distribution refuses more than 1000 a page (measured).
    const list = {
        of: "repositories",
        base,
        first: "v2/_catalog?n=1000",
        ask: (page) => (0,catalog/* askCatalog */.L9)(connection, page),
    };
    for await (const { response } of (0,pages/* pagesOf */.E0)(list)) {
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(base.host, response, "listing the repositories");
        for (const name of (0,catalog/* decodeCatalog */.aP)(base, response))
            names.add(name);
    }
    return [...names];
}
async function findBlob({ base, session }, repository, digest) {
    const { host } = base;
    const request = {
        method: "HEAD",
        url: new URL(`v2/${repository}/blobs/${digest}`, base),
        followsRedirects: false,
    };
    const response = await session.send(request, `repository:${repository}:pull`);
    const { status, headers } = response;
    if (status === 200)
        return sizeOf(response);
    // A registry on S3 has looked its object up before it redirects to it.
    if (status === 307 && headers.location !== undefined)
        return { at: new URL(headers.location, request.url) };
    // The answer to HEAD has no words in it; its type tells the registry's 404 from that of something in front of it.
    if (status === 404 && /^application\/json\b/.test(headers["content-type"] ?? ""))
        return undefined;
    throw (0,refusals/* refusal */.x5)(host, response, `looking for the blob ${digest} of ${repository}`);
}
function sizeOf({ headers }) {
    const bytes = Number(headers["content-length"] ?? Number.NaN);
    return Number.isSafeInteger(bytes) ? { bytes } : {};
}
async function measureBlob(connection, repository, digest) {
    const found = await findBlob(connection, repository, digest);
    if (found?.at === undefined)
        return found?.bytes;
    try {
        // As nobody: the address is signed, and another host's.
        const response = await connection.http.send({ method: "HEAD", url: found.at, attempts: 1 });
        return response.status === 200 ? sizeOf(response).bytes : undefined;
    }
    catch (error) {
        if (error instanceof registry/* RegistryError */.g)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3963:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ findBlobHost),
/* harmony export */   X1: () => (/* binding */ tagOfNobody),
/* harmony export */   kl: () => (/* binding */ deletesTagsByName),
/* harmony export */   l0: () => (/* binding */ askSignedIn),
/* harmony export */   tH: () => (/* binding */ tryUpload),
/* harmony export */   to: () => (/* binding */ askAsNobody),
/* harmony export */   uY: () => (/* binding */ distributionMajor)
/* harmony export */ });
/* unused harmony export readRefusedUpload */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3979);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8544);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4541);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(252);






/**
 * What a registry says of itself to somebody who is not signed in (distribution spec, "Determining Support").
 * @throws {RegistryError} where it can't be reached
 */
function askAsNobody({ base, http }) {
    return http.send({ method: "GET", url: new URL("v2/", base) });
}
/** Which Distribution an answer to `GET /v2/` is of: 2.8's JSON names a charset, 3.x's none (measured). */
function distributionMajor({ headers }) {
    if (headers["docker-distribution-api-version"] === undefined)
        return undefined;
    if (headers["content-type"] === "application/json; charset=utf-8")
        return 2;
    return headers["content-type"] === "application/json" ? 3 : undefined;
}
/**
 * The same, signed in where the registry asks for it, with a token for reading the repository.
 * @throws {RegistryError} where no token can be had
 */
function askSignedIn({ connection: { base, session }, repository }) {
    return session.send({ method: "GET", url: new URL("v2/", base) }, `repository:${repository}:pull`);
}
/**
 * Begins an upload and cancels it (distribution spec, "Pushing blobs"; Docker's Registry HTTP API V2, "Canceling an Upload").
 * Only for a repository that exists: in another, it would create the repository. What stays of a cancelled upload is
 * Distribution's own crumb, `_uploads/<id>/hashstates`, of some hundred bytes (measured, 2.8.2 and 3.1.1; no other way to end an
 * upload leaves less).
 * @param chunk sent as a part of the upload before it is cancelled
 * @throws {RegistryError} where the registry can't be reached
 */
async function tryUpload(site, chunk) {
    const { base, session } = site.connection;
    const url = new URL(`v2/${site.repository}/blobs/uploads/`, base);
    const answer = await asked(session.send({ method: "POST", url, attempts: 1 }, `repository:${site.repository}:pull,push`));
    if (answer === "no-right")
        return { kind: "no-right" };
    if (answer.status !== 202)
        return readRefusedUpload(answer);
    const sent = chunk === undefined
        ? answer
        : await sendChunk(site, answer, chunk).catch(async (error) => {
            await cancel(site, answer);
            throw error;
        });
    const cancelled = await cancel(site, sent.status === 202 ? sent : answer);
    return sent.status === 202 ? cancelled : readRefusedUpload(sent);
}
/** The answer to a part of an upload that was begun; where it can't be sent safely, to its beginning. */
async function sendChunk(site, begun, body) {
    const address = uploadAddress(site, begun);
    if (address.kind === "doubtful")
        return begun;
    const { session } = site.connection;
    return session.send({
        method: "PATCH",
        url: address.url,
        headers: { "content-type": "application/octet-stream" },
        body,
        attempts: 1,
    }, `repository:${site.repository}:pull,push`);
}
/** What an answer other than "accepted" to an upload says; each as measured on Distribution 2.8 and 3.x. */
function readRefusedUpload(answer) {
    const { status } = answer;
    if (status === 401 || status === 403)
        return { kind: "no-right" };
    if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isReadOnly */ .PI)(answer))
        return { kind: "read-only" };
    if (status === 405 && (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .registryErrors */ .Ji)(answer) !== undefined)
        return { kind: "takes-no-pushes" };
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isDiskFull */ .b$)(answer) ? { kind: "disk-full" } : { kind: "unexpected", status };
}
/** Where the registry says that an upload goes on. Nothing but an upload is ever written to or deleted there, whatever address is given. */
function uploadAddress({ connection: { base }, repository }, begun) {
    const { location } = begun.headers;
    const url = location !== undefined && URL.canParse(location, begun.url.href)
        ? new URL(location, begun.url)
        : undefined;
    if (url === undefined)
        return { kind: "doubtful", why: "the registry gave it no address" };
    if (url.origin !== base.origin) {
        return { kind: "doubtful", why: `its address is at ${url.origin}, not at ${base.origin}` };
    }
    // A registry's prefix may stand before it.
    if (!url.pathname.includes(`/v2/${repository}/blobs/uploads/`)) {
        return { kind: "doubtful", why: "its address is not that of an upload" };
    }
    return { kind: "address", url };
}
async function cancel(site, begun) {
    const address = uploadAddress(site, begun);
    if (address.kind === "doubtful")
        return { kind: "left-behind", why: address.why };
    const { url } = address;
    // Distribution asks for the right to delete here too (its app.go makes DELETE need it, whatever is deleted).
    const answer = await asked(site.connection.session.send({ method: "DELETE", url }, `repository:${site.repository}:pull,push,delete`));
    if (answer !== "no-right" && answer.status >= 200 && answer.status < 300)
        return { kind: "cancelled" };
    const why = answer === "no-right" ? "that was refused" : `the registry answered ${answer.status}`;
    return { kind: "left-behind", why };
}
/** A token server that hands out no token for a right says no, as a registry's 401 does. */
async function asked(sending) {
    try {
        return await sending;
    }
    catch (error) {
        if (error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .g && error.kind === "unauthorized")
            return "no-right";
        throw error;
    }
}
/**
 * The host that serves a blob: the registry's own or, where it redirects a HEAD, that of its storage, which is not asked.
 * @param digest of an image's manifest
 * @returns `undefined` where it can't be found out
 */
async function findBlobHost({ connection, repository }, digest) {
    const { base, session } = connection;
    const scope = `repository:${repository}:pull`;
    const at = (path) => new URL(`v2/${repository}/${path}`, base);
    const headers = { accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG.join(", ") };
    const manifest = await session.send({ method: "GET", url: at(`manifests/${digest}`), headers }, scope);
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(manifest.body.toString("utf8"));
    const config = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(body) ? body["config"] : undefined, "digest");
    if (manifest.status !== 200 || config === undefined || !(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(config))
        return undefined;
    const blob = { method: "HEAD", url: at(`blobs/${config}`), followsRedirects: false };
    const { status, headers: answer, url } = await session.send(blob, scope);
    if (status === 200)
        return url.host;
    const { location } = answer;
    const isRedirect = status >= 300 && status < 400;
    if (!isRedirect || location === undefined || !URL.canParse(location, url.href))
        return undefined;
    return new URL(location, url).host;
}
/**
 * Whether the registry would delete a tag by its name: asked with a name that nobody can have given, so nothing is deleted.
 * Distribution 3.0.0 and 3.1.0 do so with deletes off (measured on 3.0.0: 202 for a tag that is there).
 * @throws {RegistryError} where the registry can't be reached
 */
async function deletesTagsByName({ connection: { base, session }, repository, }) {
    const url = new URL(`v2/${repository}/manifests/${tagOfNobody()}`, base);
    const answer = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isRegistrys404 */ .vl)(answer);
}
/** A tag's name that nobody can have given. */
function tagOfNobody() {
    return `prune-image-tags-check-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}


/***/ }),

/***/ 3380:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   fn: () => (/* binding */ resolveTag),
/* harmony export */   sy: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3979);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8544);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1033);
/* harmony import */ var _content_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5664);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4541);






/**
 * What a tag or digest points at (distribution spec, "Pulling manifests"); `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
async function readManifest(host, call, { repository, reference }) {
    const path = `manifests/${reference}`;
    const response = await call(repository, { method: "GET", path, accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG });
    if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .isRegistrys404 */ .vl)(response))
        return undefined;
    if (response.status !== 200)
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)(host, response, `reading ${repository}:${reference}`);
    try {
        const { body } = response;
        const mediaType = mediaTypeOf(response);
        const digest = digestOf(response, mediaType);
        if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference) && digest !== reference)
            throw unreadable("it is not what its digest says");
        const manifest = (0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeManifest */ .MK)(mediaType, (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(body.toString("utf8")));
        return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
    }
    catch (cause) {
        if (!(cause instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA))
            throw cause;
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
            cause,
        });
    }
}
/**
 * What a tag or digest points at, by its header alone (distribution spec, "Checking if content exists in the registry"); `undefined` where that does not say: an answer
 * to HEAD has no words, so a 404 may be anybody's.
 */
async function headManifest(call, { repository, reference }) {
    const path = `manifests/${reference}`;
    const { status, headers } = await call(repository, { method: "HEAD", path, accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG });
    const said = headers["docker-content-digest"];
    return status === 200 && typeof said === "string" && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(said) ? said : undefined;
}
/**
 * The digest of what a tag points at; `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain
 */
async function resolveTag(host, call, tag) {
    return (await headManifest(call, tag)) ?? (await readManifest(host, call, tag))?.digest;
}
/** The digest that the registry says, proven by the bytes; schema 1's can't be, for its signatures are not part of it. */
function digestOf(response, mediaType) {
    const header = response.headers["docker-content-digest"];
    const said = typeof header === "string" && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(header) ? header : undefined;
    if ((0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1 */ .Pr)(mediaType) && said !== undefined)
        return said;
    const algorithm = said?.split(":")[0] ?? "sha256";
    const computed = (0,_content_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .contentDigest */ .e)(algorithm, response.body);
    if (computed === undefined)
        throw unreadable(`its digest is made by ${algorithm}`);
    if (said !== undefined && said !== computed) {
        throw unreadable("its bytes are not what its digest says");
    }
    // Its own, for that is a string of one piece, which takes less memory.
    return said ?? computed;
}
/** Without parameters. The same string for all manifests of a kind, for a hundred thousand of their own take megabytes. */
function mediaTypeOf({ headers }) {
    const said = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG.find((type) => type === said) ?? said;
}
function unreadable(why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA(`a manifest can't be trusted: ${why}`, "Look at the registry and what stands in front of it; nothing is decided while this is so.");
}


/***/ }),

/***/ 4541:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ deleteRefusal),
/* harmony export */   JS: () => (/* binding */ noCatalog),
/* harmony export */   Ji: () => (/* binding */ registryErrors),
/* harmony export */   PI: () => (/* binding */ isReadOnly),
/* harmony export */   Tu: () => (/* binding */ readOnly),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   b$: () => (/* binding */ isDiskFull),
/* harmony export */   e4: () => (/* binding */ catalogRefusal),
/* harmony export */   oy: () => (/* binding */ isDeleted),
/* harmony export */   vl: () => (/* binding */ isRegistrys404),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   xg: () => (/* binding */ diskFull)
/* harmony export */ });
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3979);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(252);


const LONGEST_DETAIL = 200;
/** The `errors` of a registry's JSON answer (distribution spec, "Error Codes"); `undefined` where the answer is not one. */
function registryErrors(response) {
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body.toString("utf8"));
    const errors = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(body) ? body["errors"] : undefined;
    if (!Array.isArray(errors))
        return undefined;
    return errors.map((error) => ({
        code: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, "code") ?? "",
        message: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, "message") ?? "",
    }));
}
/**
 * What an answer that is not the one hoped for means. `doing` completes "… while": "listing the tags of team/app".
 */
function refusal(host, response, doing) {
    const { status } = response;
    if (status === 401)
        return unauthorized(host, doing);
    if (status === 403)
        return forbidden(host, doing);
    if (isHttpToHttps(response))
        return speaksHttps(host);
    if (isHtml(response) || status === 404)
        return notARegistry(host, response, doing);
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unexpected-answer", {
        message: `${host} answered ${status}${describe(response)} while ${doing}`,
        nextStep: "Nothing is decided on a doubtful answer. Look at the registry's log, and run again when it is well." +
            (status === 500
                ? "\nAfter a full disk it is often an empty tag (2.x), of a push that failed: push that tag again, or stop the registry and run reclaim with storage."
                : ""),
    });
}
/** The registry's own 404, not that of something in front of it. */
function isRegistrys404(response) {
    return response.status === 404 && registryErrors(response) !== undefined;
}
/** Whether a registry says that its disk is full: ENOSPC is 28, of which 2.8 says the number and 3.x the words (measured). */
function isDiskFull(response) {
    return (response.status === 500 && /no space left on device|"Err":\s*28\b/.test(response.body.toString("utf8")));
}
/** Nothing can be written to this registry's storage. */
function diskFull(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("disk-full", {
        message: `the disk of ${host} is full, so nothing can be written there`,
        nextStep: "Deleting images needs no space, and garbage collection gets it back: prune, collect (reclaim), and run again.",
    });
}
/** Whether a registry says that it has deleted: Distribution 202, others also 200 or 204. */
function isDeleted({ status }) {
    return [200, 202, 204].includes(status);
}
/** What the answer to a probe for deletion means; `undefined` where it says that a manifest would be deleted. */
function deleteRefusal(host, response, repository) {
    const { status } = response;
    const errors = registryErrors(response);
    if (isDeleted(response))
        return undefined;
    // Without a registry's own words, a no comes from something in front of it, or from maintenance.
    if (errors === undefined && [403, 404, 405, 501].includes(status)) {
        return isReadOnly(response) ? readOnly(host) : proxyRefuses(host, status);
    }
    if (status === 404)
        return undefined;
    if (status === 405)
        return deletesOff(host);
    return refusal(host, response, `asking whether ${repository} may be deleted from`);
}
function unauthorized(host, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unauthorized", {
        message: `${host} does not know us, or does not let us in (401), while ${doing}`,
        nextStep: "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here. " +
            "If you have, check that they are right, for this host and port, and allow what was to be done: pull, delete, or (restore) push.",
    });
}
function forbidden(host, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("forbidden", {
        message: `${host} knows us and says no (403) while ${doing}`,
        nextStep: "Give this user the right to pull and to delete (restore: to push) in the repository, or sign in as one who has it.",
    });
}
function deletesOff(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("deletes-off", {
        message: `${host} has deletes turned off, as registries have by default; nothing was deleted`,
        nextStep: [
            "Turn them on in one of two ways:",
            "  1. In the container's own configuration: docker exec into it, set storage: delete: enabled: true in",
            "     /etc/docker/registry/config.yml (3.x: /etc/distribution/config.yml), then docker restart the container.",
            "  2. Make the container anew with the images of the old one (a quick-start registry has them in an anonymous volume,",
            "     which a new container would leave behind):",
            "     docker stop registry && docker rename registry registry-old",
            "     docker run -d -p 5000:5000 --restart always --name registry --volumes-from registry-old \\",
            "       -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:2",
            "     Remove registry-old, without -v, when the new one has been seen to serve the images.",
            "A pull-through cache can't delete at all.",
        ].join("\n"),
    });
}
/** What an answer means that should have been the list of all repositories. */
function catalogRefusal(host, response) {
    const error = refusal(host, response, "listing the repositories");
    if (error.kind === "speaks-https")
        return error;
    return noCatalog(host, error.kind, `it answered with ${whatIs(response)}`);
}
/** A registry that does not list its repositories for us. `why` completes "it does not list them: …". */
function noCatalog(host, kind, why) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g(kind, {
        message: `${host} does not list its repositories for us: ${why}`,
        nextStep: "Name the repositories in image one by one. To list them is a right of its own, which many registries give to administrators alone, and some to nobody.",
    });
}
/** Nothing can be changed in this registry for now. */
function readOnly(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("read-only", {
        message: `${host} is read-only at the moment, so nothing was changed there`,
        nextStep: "Run again when its maintenance is over (storage.maintenance.readonly in its configuration).",
    });
}
function proxyRefuses(host, status) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("proxy-refuses", {
        message: `something in front of the registry at ${host} refuses DELETE (${status}); nothing was deleted`,
        nextStep: "Let DELETE on /v2/ through in the reverse proxy (nginx: limit_except, Traefik and others: their allowed methods).",
    });
}
function speaksHttps(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("speaks-https", {
        message: `${host} was asked over plain HTTP and speaks HTTPS`,
        nextStep: `Write https://${host}/… in image, or take it out of plain-http.`,
    });
}
function notARegistry(host, response, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("not-a-registry", {
        message: `${host} answered with ${whatIs(response)}, as no registry does, while ${doing}`,
        nextStep: "Check the host and port: a registry answers at /v2/; its web interface is often at another port.",
    });
}
function whatIs(response) {
    return isHtml(response) ? "a web page" : `${response.status}${describe(response)}`;
}
/** Go's net/http answers so to a plain request on a TLS port. */
function isHttpToHttps(response) {
    return response.status === 400 && response.body.includes("HTTP request to an HTTPS server");
}
/** Whether an answer is a web page: a proxy's error, or something that is no registry. */
function isHtml(response) {
    return /\bhtml\b/i.test(response.headers["content-type"] ?? "");
}
/** Whether a registry refuses writes for maintenance. Measured: 405, text, `Allow: GET, HEAD` from Distribution 2.8 and 3.x in maintenance. */
function isReadOnly(response) {
    return response.status === 405 && response.headers.allow === "GET, HEAD";
}
/** The registry's own words, on one line: a line break could be read as a command by a CI's log. */
function describe(response) {
    const words = registryErrors(response)
        ?.map(({ code, message }) => `${code} ${message}`.trim())
        .join("; ");
    if (words === undefined || words === "")
        return "";
    return ` (${words.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, LONGEST_DETAIL)})`;
}


/***/ }),

/***/ 3366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ caller),
/* harmony export */   z: () => (/* binding */ NO_DIGEST)
/* harmony export */ });
// A digest that no content can be known to have: deleting it proves the right to delete and deletes nothing.
const NO_DIGEST = `sha256:${"0".repeat(64)}`;
/** Makes the way to a registry's repositories. Thousands of requests go through here, and to copy the rest of an object takes as long as to parse a manifest. */
function caller({ base, session }, rights) {
    const allowed = rights.join(",");
    return (repository, { path, method, accept, headers, body, attempts, peeks }) => {
        const [url, below] = path instanceof URL ? [path, undefined] : [base, `/v2/${repository}/${path}`];
        const all = accept === undefined ? headers : { ...headers, accept: accept.join(", ") };
        const request = { method, url, path: below, headers: all, body, attempts, peeks };
        return session.send(request, `repository:${repository}:${allowed}`);
    };
}


/***/ }),

/***/ 4571:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ quotaOf),
/* harmony export */   TJ: () => (/* binding */ limited),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   g2: () => (/* binding */ reserveOf),
/* harmony export */   mt: () => (/* binding */ limitMet),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3979);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(252);


const SECOND = 1000;
// "Wait for at least one minute before retrying", and longer each time (GitHub, "Rate limits for the REST API").
const UNSAID_MS = 60 * SECOND;
/**
 * The limit that an answer speaks of, if it does (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 * @param waits how often this request has waited already
 */
function limitMet(response, { now, waits }) {
    if (response.status !== 403 && response.status !== 429)
        return undefined;
    const asked = numberOf(response.headers["retry-after"]);
    const quota = quotaOf(response, now);
    if (asked === undefined && quota?.remaining === 0) {
        return { kind: "primary", ms: Math.max(0, quota.resets - now) + SECOND };
    }
    if (asked !== undefined)
        return { kind: "secondary", ms: asked * SECOND };
    const said = messageOf((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body.toString("utf8")));
    const isLimit = response.status === 429 || /rate limit/i.test(said);
    return isLimit ? { kind: "secondary", ms: UNSAID_MS * 2 ** waits } : undefined;
}
/** What an answer says of the requests of this hour; `undefined` where there is no such limit, as on GitHub Enterprise Server by default. */
function quotaOf({ headers }, now) {
    const limit = numberOf(headers["x-ratelimit-limit"]);
    const remaining = numberOf(headers["x-ratelimit-remaining"]);
    const reset = numberOf(headers["x-ratelimit-reset"]);
    if (limit === undefined || remaining === undefined || reset === undefined)
        return undefined;
    // By GitHub's clock, where it says what that shows.
    const sent = Date.parse(headers.date ?? "");
    return { limit, remaining, resets: now + reset * SECOND - (Number.isNaN(sent) ? now : sent) };
}
/**
 * How many of an hour's requests are left to others: the limit is shared, that of `github.token` by all workflows of a repository, and what was deleted is to be
 * looked at afterwards.
 */
function reserveOf({ limit }) {
    return Math.ceil(limit / 10);
}
/** A limit that lifts too late to wait for. `until` is in milliseconds since 1970. */
function limited(host, { until, now, why }) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("rate-limited", {
        message: `${host}: ${why}, until ${timeOf(until)} (${spanOf(until - now)} from now)`,
        nextStep: "Run again after that: what is left then goes. Nothing is half done.",
    });
}
/** A time of day, as `14:32 UTC`. */
function timeOf(ms) {
    return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}
/** A stretch of time, as `41 minutes`, rounded up. */
function spanOf(ms) {
    const seconds = Math.max(1, Math.ceil(ms / SECOND));
    const [number, unit] = seconds < 100 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
    return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
function numberOf(header) {
    return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : undefined;
}
/** The message of GitHub's answer, if it has one. */
function messageOf(data) {
    return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, "message") ?? "";
}


/***/ }),

/***/ 9592:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   k6: () => (/* binding */ badAnswer),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(252);

const UNTRUSTED = new Set([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_UNTRUSTED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const NOT_TLS = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "EPROTO"]);
/** The machine-readable code of a Node or OpenSSL error, or the empty string. */
function codeOf(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    return typeof code === "string" ? code : "";
}
/** What a failed connection means to the person who named the host. Says the host, never a path, query or header. */
function networkError(url, cause) {
    const { host } = url;
    const code = codeOf(cause);
    const reason = code === "" && cause instanceof Error ? cause.message : code;
    if (url.protocol === "https:" && NOT_TLS.has(code) && !isClientCertificateAlert(cause)) {
        return speaksPlainHttp(host, cause);
    }
    if (UNTRUSTED.has(code) || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS") || code === "EPROTO") {
        return untrusted(host, reason, cause);
    }
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unreachable", {
        message: `${host} can't be reached (${reason})`,
        nextStep: "Check the host and port, and that this machine can reach it: GitHub's hosted runners can't reach a private address, " +
            "a self-hosted runner in the same network can.",
    }, cause);
}
function isClientCertificateAlert(cause) {
    return cause instanceof Error && /alert/i.test(cause.message);
}
function speaksPlainHttp(host, cause) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("speaks-plain-http", {
        message: `${host} was asked over HTTPS and speaks plain HTTP`,
        nextStep: `If that is how it is meant to be, name it: plain-http: ${host} (on the command line, --plain-http ${host}), ` +
            "and write no https:// before it in image.",
    }, cause);
}
function untrusted(host, reason, cause) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("untrusted-certificate", {
        message: `the TLS connection to ${host} can't be trusted (${reason})`,
        nextStep: `Put the certificate of the authority that signed it into /etc/docker/certs.d/${host}/ca.crt, as for Docker ` +
            "(client.cert and client.key beside it where the registry asks for them), or name it in NODE_EXTRA_CA_CERTS.",
    }, cause);
}
/** A host that answers, and not as a registry. `why` completes "it does not answer as a registry does: …". */
function badAnswer(url, why) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unexpected-answer", {
        message: `${url.host} does not answer as a registry does: ${why}`,
        nextStep: "Check that the image names a registry, and what stands in front of it.",
    });
}


/***/ }),

/***/ 6982:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g8: () => (/* binding */ namesOn),
  E0: () => (/* binding */ pagesOf),
  bp: () => (/* binding */ untrusted)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __nccwpck_require__(3979);
;// CONCATENATED MODULE: ./lazy/registry/http/link.js

/**
 * The next page that an answer's Link header names (RFC 8288, `<address>; rel="next"`), resolved against where the answer came from.
 * @param origin the registry's own, which alone may have our credentials: a redirected answer comes from elsewhere
 * @param of completes "the list of …": "tags"
 * @throws {UnsureError} where it is at another origin, or can't be read
 */
function nextPage(response, origin, of) {
    const header = response.headers["link"];
    if (header === undefined)
        return undefined;
    const links = Array.isArray(header) ? header.join(",") : header;
    const address = /<([^>]*)>\s*;[^,]*\brel="?next\b/i.exec(links)?.[1];
    if (address === undefined) {
        if (/\bnext\b/i.test(links))
            throw doubtful(of, UNREADABLE);
        return undefined;
    }
    if (!URL.canParse(address, response.url.href))
        throw doubtful(of, UNREADABLE);
    const page = new URL(address, response.url);
    if (page.origin !== origin)
        throw doubtful(of, `its next page is at another host, ${page.host}`);
    return page;
}
const UNREADABLE = "its Link header can't be read";
function doubtful(of, why) {
    return new errors/* UnsureError */.jA(`the list of ${of} can't be read to its end: ${why}`, "Nothing is decided on part of a list. Look at what stands in front of the registry.");
}

;// CONCATENATED MODULE: ./lazy/registry/http/pages.js



const MAX_PAGES = 10_000;
/**
 * The pages of a list, whatever their status. The next is looked for, in the Link header of the last (RFC 8288), only when it is wanted: whoever reads them has
 * then said whether the last was one.
 * @throws {UnsureError} where the next page is at another origin, or where there is no end of them; and what `ask` throws
 */
async function* pagesOf(list) {
    const { base, maxPages = MAX_PAGES } = list;
    let page = list.first;
    for (let pages = 0; page !== undefined; pages += 1) {
        if (pages === maxPages)
            throw untrusted(list, "its pages have no end");
        const response = await list.ask(page);
        yield { isFirst: pages === 0, response };
        page = nextPage(response, base.origin, list.of);
    }
}
/**
 * The names on a page, which is JSON with a list of them under what the list is of.
 * @param what one of them, as "a tag"
 * @throws {UnsureError} where it is not that
 */
function namesOn(list, response, { isName, what }) {
    const body = (0,json/* parseJson */.qF)(response.body.toString("utf8"));
    if (!(0,json/* isObject */.Gv)(body) || !(list.of in body)) {
        throw untrusted(list, "it is not the JSON that the API asks for");
    }
    const names = body[list.of];
    // As Go writes a list that nothing was put into; Distribution 2.8 says so of tags where the last was deleted.
    if (names === null)
        return [];
    if (!Array.isArray(names))
        throw untrusted(list, "it is not a list");
    return names.map((name) => {
        if (typeof name === "string" && isName(name))
            return name;
        throw untrusted(list, `there is something in it that is not ${what}`);
    });
}
/** A list that can't be trusted to be whole. `why` completes "it can't be trusted: …". */
function untrusted({ of, base }, why) {
    return new errors/* UnsureError */.jA(`the list of ${of} that ${base.host} sent can't be trusted: ${why}`, "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.");
}


/***/ }),

/***/ 7110:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub),
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./lazy/core/names/github.js
var names_github = __nccwpck_require__(385);
// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var credentials = __nccwpck_require__(9798);
// EXTERNAL MODULE: ./lazy/registry/distribution/distribution.js + 3 modules
var distribution_distribution = __nccwpck_require__(2071);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __nccwpck_require__(3366);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var names_reference = __nccwpck_require__(1033);
// EXTERNAL MODULE: ./lazy/registry/distribution/read-manifest.js
var read_manifest = __nccwpck_require__(3380);
;// CONCATENATED MODULE: ./lazy/registry/github/ghcr-reader.js


/**
 * Reads manifests from GitHub's registry, the bytes of each once: that it is still there, HEAD says. For GitHub counts every GET as a download, and a version of a
 * public package can't be deleted any more above 5000 of them.
 * @param digestOf what a tag is listed to point at
 */
function createReader(distribution, call, digestOf) {
    const reads = new Map();
    return async (repository, reference) => {
        const expected = (0,names_reference/* isDigest */.Bc)(reference) ? reference : digestOf(repository, reference);
        const pending = expected === undefined ? undefined : reads.get(expected);
        if (pending !== undefined) {
            const known = await pending;
            if (known !== undefined && (await (0,read_manifest/* headManifest */.sy)(call, { repository, reference })) === known.digest) {
                return known;
            }
        }
        const read = distribution.readManifest(repository, reference);
        // Another may be found than was listed; what HEAD says then is not what is remembered.
        if (expected !== undefined) {
            reads.set(expected, read.catch(() => undefined));
        }
        return read;
    };
}

;// CONCATENATED MODULE: ./lazy/registry/github/ghcr.js




/**
 * GitHub's container registry: it reads as Distribution does, refuses every DELETE (405), and loses and gets back its manifests, which GitHub calls versions of a
 * package, by the packages API. A version goes with all its tags; GitHub keeps it for 30 days.
 */
function createGhcr(connection, packages, rights) {
    const known = rights.filter((right) => right !== "delete");
    const distribution = (0,distribution_distribution/* createDistribution */.L)(connection, known);
    const ghcr = new Ghcr(distribution, packages, (0,requests/* caller */.m)(connection, known));
    return {
        ...distribution,
        frees: "by-itself",
        // The API's client sends them one by one; what waits for its turn would go by a look that gets old.
        deletionsAtOnce: () => 1,
        scansTags: false,
        listRepositories: async (below) => (await Promise.all([...below].map((owner) => packages.listPackages(owner)))).flat(),
        listTags: (repository) => ghcr.listTags(repository),
        listUntagged: (repository) => ghcr.listUntagged(repository),
        readManifest: (repository, reference) => ghcr.read(repository, reference),
        proveDeletes: () => Promise.resolve().then(() => void packages.proveScopes()),
        deleteManifest: (repository, digest) => ghcr.delete(repository, digest),
        // Asked for its list of referrers, it redirects to GitHub's website (observed); what refers to what is in the manifests, all of which are listed.
        listReferrers: () => Promise.resolve(undefined),
        untags: () => Promise.resolve("no"),
        deleteTag: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} goes with its version`)),
        listDeleted: (repository) => ghcr.listDeleted(repository),
        undelete: (repository, digest) => ghcr.undelete(repository, digest),
    };
}
/** What is remembered between requests: the ids by which versions are deleted and restored. */
class Ghcr {
    read;
    #distribution;
    #packages;
    #listings = new Map();
    #deleted = new Map();
    /** What this program has deleted, by repository and digest: the registry's list may lag behind. */
    #gone = new Set();
    constructor(distribution, packages, call) {
        this.#distribution = distribution;
        this.#packages = packages;
        this.read = createReader(distribution, call, (repository, tag) => this.#listings.get(repository)?.tags.get(tag));
    }
    async listTags(repository) {
        // One after the other: of two refusals, the API's says more.
        const listing = await this.#list(repository);
        const named = await this.#distribution.listTags(repository);
        const tags = new Set(listing.tags.keys());
        // Pages of versions are by number: what is deleted meanwhile can hide another. The registry's own list makes up for that.
        const others = (named ?? []).filter((tag) => !tags.has(tag));
        for (const tag of others)
            if (await this.#isThere(repository, tag))
                tags.add(tag);
        return [...tags];
    }
    async listUntagged(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        const untagged = [...versions.values()].filter(({ tags }) => tags.length === 0);
        return new Map(untagged.map(({ digest, changed }) => [digest, changed]));
    }
    async delete(repository, digest) {
        const listed = this.#listings.get(repository)?.versions.get(digest);
        const version = listed ?? (await this.#list(repository)).versions.get(digest);
        if (version === undefined) {
            if ((await this.read(repository, digest)) === undefined)
                return "gone";
            throw unlisted(repository, digest);
        }
        const outcome = await this.#packages.deleteVersion(repository, version.id);
        if (outcome === "gone" && (await this.#list(repository)).versions.has(digest)) {
            throw pushedAgain(repository, digest);
        }
        this.#gone.add(keyOf(repository, digest));
        // Pushed again, it is another version.
        this.#listings.get(repository)?.versions.delete(digest);
        return outcome;
    }
    async listDeleted(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "deleted"));
        this.#deleted.set(repository, versions);
        return new Set(versions.keys());
    }
    async undelete(repository, digest) {
        const version = this.#deleted.get(repository)?.get(digest);
        if (version === undefined)
            throw new TypeError(`${repository}@${digest} is in no list`);
        await this.#packages.restoreVersion(repository, version.id);
        this.#gone.delete(keyOf(repository, digest));
    }
    async #list(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "active"));
        const tags = [...versions.values()].flatMap((each) => each.tags.map((tag) => [tag, each.digest]));
        const listing = { versions, tags: new Map(tags) };
        this.#listings.set(repository, listing);
        for (const digest of versions.keys())
            this.#gone.delete(keyOf(repository, digest));
        return listing;
    }
    async #isThere(repository, tag) {
        const found = await this.read(repository, tag);
        return found !== undefined && !this.#gone.has(keyOf(repository, found.digest));
    }
}
function keyOf(repository, digest) {
    return `${repository}@${digest}`;
}
/** Of a digest that was deleted more than once, the last: lists are newest first. */
function byDigest(versions) {
    return new Map([...versions].reverse().map((version) => [version.digest, version]));
}
function pushedAgain(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} was deleted by somebody else and pushed again since it was listed`, "What was decided is about another version. Run again.");
}
function unlisted(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} is there, and in no list of the package's versions`, "Nothing is deleted that GitHub does not list. Run again.");
}

// EXTERNAL MODULE: ../../node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(8630);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lazy/registry/github/limits.js
var limits = __nccwpck_require__(4571);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __nccwpck_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/github/pause.js



// Longer, and the run ends instead: a job that hangs for an hour is dearer than one that goes on in the next run.
const PATIENCE_MS = 15 * 60_000;
const MOST_WAITS = 10;
/** A pause that has not begun. */
function createPause({ host, onWait, stop }) {
    let waits = 0;
    let until = 0;
    let why = WHY.secondary;
    return {
        count: () => waits,
        reset: () => (waits = 0),
        begin(limit, later) {
            why = WHY[limit];
            if (later <= until)
                return;
            waits += 1;
            const now = Date.now();
            if (later - now > PATIENCE_MS || waits > MOST_WAITS)
                throw (0,limits/* limited */.TJ)(host, { until: later, now, why });
            until = later;
            onWait?.({ host, limit, until });
        },
        async over(method) {
            for (let now = Date.now(); now < until; now = Date.now()) {
                if (method === "DELETE")
                    throw paused(host, why);
                const error = (0,limits/* limited */.TJ)(host, { until, now, why });
                await (0,promises_.setTimeout)(until - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {
                    throw error;
                });
            }
        },
    };
}
function paused(host, why) {
    return new registry/* RegistryError */.g("paused", { message: `${host}: ${why}`, nextStep: "Look again when it is over." });
}
const WHY = {
    primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
    secondary: "GitHub asks for a pause",
};

;// CONCATENATED MODULE: ./lazy/registry/github/api.js





// https://docs.github.com/rest/about-the-rest-api/api-versions
const API_VERSION = "2022-11-28";
// 900 points a minute, of which a request that changes something takes 5 (GitHub, "Calculating points for the secondary rate limit").
const GAP_MS = 350;
/** Makes the client. Sends nothing yet. */
async function createGitHubApi(options) {
    // Lazily: no other run pays for it.
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 329).then(__nccwpck_require__.bind(__nccwpck_require__, 1329));
    const { api, token, userAgent } = options;
    const patient = createPatient(options);
    const oneByOne = (0,p_limit/* default */.A)(1);
    const octokit = getOctokit(token, {
        baseUrl: api,
        userAgent,
        request: { fetch: fetchBy(patient, new URL(api).origin) },
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    const send = async (route, parameters = {}) => {
        try {
            return await octokit.request(route, {
                ...parameters,
                headers: { "x-github-api-version": API_VERSION },
            });
        }
        catch (error) {
            return answerOf(error);
        }
    };
    return {
        host: new URL(api).host,
        ask: (route, parameters) => route.startsWith("GET ")
            ? send(route, parameters)
            : oneByOne(async () => {
                await patient.beforeChange();
                return send(route, parameters);
            }),
        scopes: patient.scopes,
    };
}
function ignore() {
    // What matters of it is in the answers.
}
/** A refusal is an answer; what is none is thrown as it was. */
function answerOf(error) {
    if (!(error instanceof Error))
        throw error;
    if (error.cause instanceof registry/* RegistryError */.g)
        throw error.cause;
    const { response } = error;
    if (response === undefined)
        throw error;
    return response;
}
function createPatient(options) {
    const { http } = options;
    const pause = createPause({ ...options, host: new URL(options.api).host });
    let quota;
    let scopes;
    let lastChange = -Infinity;
    const note = (response) => {
        quota = (0,limits/* quotaOf */.Ot)(response, Date.now()) ?? quota;
        const said = response.headers["x-oauth-scopes"];
        if (typeof said === "string")
            scopes = said.split(/[\s,]+/).filter((scope) => scope !== "");
    };
    return {
        scopes: () => scopes,
        async send(request) {
            for (;;) {
                await pause.over(request.method);
                const response = await http.send({ ...request, takesLimits: true });
                note(response);
                const met = (0,limits/* limitMet */.mt)(response, { now: Date.now(), waits: pause.count() });
                if (met === undefined) {
                    if (request.method !== "GET")
                        pause.reset();
                    return response;
                }
                pause.begin(met.kind, Date.now() + met.ms);
            }
        },
        async beforeChange() {
            const isShort = quota !== undefined && quota.remaining <= (0,limits/* reserveOf */.g2)(quota);
            if (quota !== undefined && isShort && quota.resets > Date.now())
                pause.begin("primary", quota.resets);
            const gap = lastChange + GAP_MS - performance.now();
            if (gap > 0)
                await (0,promises_.setTimeout)(gap);
            lastChange = performance.now();
        },
    };
}
/** The fetch that Octokit sends by. The token goes to the API's own origin alone. */
function fetchBy({ send }, origin) {
    return async (address, { method, headers, body }) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw stranger(url);
        const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
        const response = await send(request);
        const { status, body: text } = response;
        return new Response(status === 204 || status === 205 || status === 304 ? null : text.toString("utf8"), {
            status,
            headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        });
    };
}
function stranger(url) {
    return new registry/* RegistryError */.g("unexpected-answer", {
        message: `the GitHub API sent us to another host, ${url.host}, which gets no token`,
        nextStep: "Look at what stands in front of it.",
    });
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __nccwpck_require__(3979);
// EXTERNAL MODULE: ./lazy/core/image/date.js
var date = __nccwpck_require__(6953);
;// CONCATENATED MODULE: ./lazy/registry/github/refusals.js



/** What an answer means that is not the one hoped for. Packages that may not be seen are answered with 404, as those that are not there. */
function githubRefusal(answer, asked) {
    const { status } = answer;
    const said = (0,limits/* messageOf */.bD)(answer.data);
    const { host, doing, name, token } = asked;
    if (status === 401)
        return badToken(said, asked);
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this token (404)`, [
            "Is the name right, and was something pushed there?",
            ...mayRead(token),
        ]);
    }
    if (status === 403)
        return asked.changes ? notAllowed(said, asked) : notShown(said, asked);
    return refused("unexpected-answer", `${host} answered ${status}${quoted(said)} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; githubstatus.com says whether GitHub is well.",
    ]);
}
function badToken(said, { host, doing }) {
    return refused("unauthorized", `${host} does not take the token (401${quoted(said)}) while ${doing}`, [
        "Has it run out, or is it another GitHub's? Give github-token, or sign in to the registry with one that is valid.",
    ]);
}
function notShown(said, { host, doing, token }) {
    return refused("forbidden", `${host} says no (403${quoted(said)}) while ${doing}`, mayRead(token));
}
/** What lets a token see a package. */
function mayRead(token) {
    switch ((0,names_github/* tokenKind */.aA)(token)) {
        case "installation":
            return [
                "Give the job the right: permissions: packages: read (to delete: write).",
                "A package that another repository pushed must let this one in: on the package's page, Package settings, Manage Actions access.",
            ];
        case "fine-grained":
            return [FINE_GRAINED];
        case "classic":
        case "other":
            return ["The token needs the scope read:packages, and its owner must be let see the package."];
    }
}
const FINE_GRAINED = "GitHub Packages takes no fine-grained personal access tokens. Use github.token in a workflow, else a classic one with read:packages and delete:packages.";
/** A no to a change: for want of the token's right. */
function notAllowed(said, { host, doing, token }) {
    const message = `${host} says no (403${quoted(said)}) while ${doing}`;
    switch ((0,names_github/* tokenKind */.aA)(token)) {
        case "installation":
            return /not accessible by integration/i.test(said)
                ? refused("forbidden", `${message}: the job's token may not change packages`, [
                    "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
                    "If it has it, the package must give this repository the role Admin: on the package's page, Package settings, Manage Actions access.",
                ])
                : refused("forbidden", message, [ADMIN]);
        case "fine-grained":
            return refused("forbidden", message, [FINE_GRAINED]);
        case "classic":
        case "other":
            return refused("forbidden", message, [
                "The token needs the scopes read:packages and delete:packages (to restore also write:packages), and its owner must administer the package.",
            ]);
    }
}
const ADMIN = "Give the repository that this runs in the role Admin: on the package's page, Package settings, Manage Actions access, add the repository. " +
    "With a personal access token, its owner must administer the package.";
/** The package is there, and GitHub says 404 to a change: so it does where the repository, or the token's owner, is no admin of it. */
function notAdmin({ host, name, doing }, { linkedTo, page }) {
    const link = linkedTo === undefined
        ? `${name} is linked to no repository`
        : `${name} is linked to the repository ${linkedTo}`;
    return refused("forbidden", `${host} shows ${name}, and says that it is not there (404) while ${doing}`, [
        `That is how it says no to who is no admin of the package. ${link}.`,
        ADMIN,
        ...(page === undefined ? [] : [`Its page: ${page}`]),
    ]);
}
/** Refusals of one version, whoever asks; `undefined` where an answer is none. */
function undeletable({ status, data }, { name, doing }) {
    const said = (0,limits/* messageOf */.bD)(data);
    if (status !== 400)
        return undefined;
    if (/more than 5,?000 downloads/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            "A version of a public package that was downloaded more than 5000 times can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
        ]);
    }
    if (/last (?:tagged )?version/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            `A package keeps its last tagged version, allow-empty or not. If ${name} is to go, delete the whole package on its page.`,
        ]);
    }
    return undefined;
}
/** No token at all. */
function noToken(host) {
    return refused("unauthorized", `there is no token for ${host}, and GitHub lists packages to nobody without one`, [
        "In a workflow, leave github-token at its default. Elsewhere: docker login " +
            `${host} with a classic personal access token (read:packages, delete:packages) as the password, or username and password here.`,
    ]);
}
/** The packages of an owner, which a workflow's token is not shown. */
function listsNone(host, owner) {
    return refused("forbidden", `${host} does not list the packages of ${owner} for github.token`, [
        "Name the packages in image one by one, or give a classic personal access token (read:packages, delete:packages) as github-token.",
    ]);
}
/** The scopes of a personal access token that lack what deleting needs. */
function lacksScope(host, scopes) {
    const has = scopes.length === 0 ? "none" : scopes.join(", ");
    return refused("forbidden", `the personal access token for ${host} lacks the scope delete:packages (it has ${has})`, ["Nothing was deleted. Add the scope to the token, or use github.token in a workflow."]);
}
function refused(kind, message, steps) {
    return new registry/* RegistryError */.g(kind, { message, nextStep: steps.join("\n") });
}
function quoted(said) {
    return said === "" ? "" : `, "${said}"`;
}

;// CONCATENATED MODULE: ./lazy/registry/github/lists.js





/** As many as GitHub puts on a page at the most. */
const PAGE = 100;
const MAX_PAGES = 10_000;
/**
 * What is on all pages of a list. Pages are numbered, and asked for by their numbers: a Link header says whether there is a next one, and never where.
 * @throws {RegistryError | UnsureError} where one is refused, or is no list
 */
async function pages(ask, asked) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await ask(page);
        if (answer.status !== 200)
            throw githubRefusal(answer, asked);
        if (!Array.isArray(answer.data))
            throw odd(asked.host, "a list is none");
        items.push(...answer.data);
        const link = String(answer.headers["link"] ?? "");
        if (answer.data.length < PAGE && !/\brel="?next\b/i.test(link))
            return items;
    }
    throw odd(asked.host, "its pages have no end");
}
/** A version as GitHub describes it. @throws {UnsureError} where it is no container's */
function decodeVersion(host, version) {
    const metadata = (0,json/* isObject */.Gv)(version) ? version["metadata"] : undefined;
    const container = (0,json/* isObject */.Gv)(metadata) ? metadata["container"] : undefined;
    const tags = (0,json/* isObject */.Gv)(container) ? container["tags"] : undefined;
    const id = (0,json/* isObject */.Gv)(version) ? version["id"] : undefined;
    const digest = (0,json/* textAt */.$6)(version, "name") ?? "";
    const dates = ["created_at", "updated_at"].map((key) => (0,date/* readDate */.h)((0,json/* textAt */.$6)(version, key)));
    const [created, updated] = dates;
    const isWhole = Number.isSafeInteger(id) && (0,names_reference/* isDigest */.Bc)(digest) && Array.isArray(tags) && tags.every(isTagText);
    if (!isWhole || created === undefined || updated === undefined) {
        throw odd(host, "there is something in the list of versions that is none of a container's");
    }
    return { id: Number(id), digest, tags: tags.filter(isTagText), changed: Math.max(created, updated) };
}
function isTagText(text) {
    return typeof text === "string" && (0,names_reference/* isTag */.dz)(text);
}
/** An answer that is not what GitHub's description of its API says. `why` completes "it can't be trusted: …". */
function odd(host, why) {
    return new errors/* UnsureError */.jA(`what ${host} answered can't be trusted: ${why}`, "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.");
}

;// CONCATENATED MODULE: ./lazy/registry/github/packages.js





/** The client for the packages of a GitHub. */
function createPackages(api, token) {
    const context = { api, token, owners: new Map() };
    return {
        listVersions: (repository, state) => listVersions(context, repository, state),
        deleteVersion: (repository, id) => deleteVersion(context, repository, id),
        restoreVersion: (repository, id) => restoreVersion(context, repository, id),
        listPackages: (owner) => listPackages(context, owner),
        proveScopes: () => {
            const scopes = api.scopes();
            // An installation's rights are no scopes, whatever the header says.
            if (scopes === undefined || (0,names_github/* tokenKind */.aA)(token) === "installation")
                return "unknown";
            if (!scopes.includes("delete:packages"))
                throw lacksScope(api.host, scopes);
            return "proven";
        },
        facts: (repository) => packageFacts(context, repository),
    };
}
/** A package's path, for Octokit to put its name into, and that name. */
async function placeOf(context, repository) {
    const slash = repository.indexOf("/");
    const owner = await ownerPath(context, repository.slice(0, slash));
    return { path: `${owner}/packages/container/{name}`, name: repository.slice(slash + 1) };
}
/** Where an owner's packages are: those of organizations, of other users and of the token's own user are at three places. */
function ownerPath(context, owner) {
    const known = context.owners.get(owner) ?? findOwner(context, owner);
    context.owners.set(owner, known);
    return known;
}
async function findOwner({ api, token }, owner) {
    const answer = await api.ask("GET /users/{username}", { username: owner });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf({ api, token }, owner, { doing: `looking for ${owner}` }));
    }
    const type = (0,json/* textAt */.$6)(answer.data, "type");
    if (type === "Organization")
        return `/orgs/${owner}`;
    if (type !== "User")
        throw odd(api.host, `it says of ${owner} that it is ${type ?? "nothing"}`);
    // An installation is nobody. Of a user's private packages, only the user's own place shows all.
    if ((0,names_github/* tokenKind */.aA)(token) === "installation")
        return `/users/${owner}`;
    const self = await api.ask("GET /user");
    const isOwn = self.status === 200 && (0,json/* textAt */.$6)(self.data, "login")?.toLowerCase() === owner.toLowerCase();
    return isOwn ? "/user" : `/users/${owner}`;
}
async function listVersions(context, repository, state) {
    const { api } = context;
    const { path, name } = await placeOf(context, repository);
    const found = await pages((page) => api.ask(`GET ${path}/versions`, { name, state, per_page: PAGE, page }), askedOf(context, repository, { doing: `listing the versions of ${repository}` }));
    const versions = found.map((version) => decodeVersion(api.host, version));
    // One that slips from page to page is on both.
    return [...new Map(versions.map((version) => [version.id, version])).values()];
}
async function listPackages(context, owner) {
    const { api, token } = context;
    const route = `GET ${await ownerPath(context, owner)}/packages`;
    const found = await pages(async (page) => {
        const answer = await api.ask(route, { package_type: "container", per_page: PAGE, page });
        // "Invalid argument.", to a workflow's token (https://github.com/cli/cli/issues/9606).
        const isRefused = answer.status === 400 && (0,names_github/* tokenKind */.aA)(token) === "installation";
        if (isRefused)
            throw listsNone(api.host, owner);
        return answer;
    }, askedOf(context, owner, { doing: `listing the packages of ${owner}` }));
    return found.map((item) => {
        const name = `${owner}/${(0,json/* textAt */.$6)(item, "name") ?? ""}`;
        if ((0,names_reference/* isRepositoryName */.en)(name))
            return name;
        throw odd(api.host, `there is something in the list of packages that is none`);
    });
}
async function deleteVersion(context, repository, id) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`DELETE ${path}/versions/{id}`, { name, id });
    if (answer.status === 204)
        return "deleted";
    const asked = askedOf(context, repository, {
        doing: `deleting version ${id} of ${repository}`,
        changes: true,
    });
    const refusal = undeletable(answer, asked);
    if (refusal !== undefined)
        throw refusal;
    if (answer.status !== 404)
        throw githubRefusal(answer, asked);
    // GitHub says 404 too to who may see the package and is no admin of it.
    const now = await context.api.ask(`GET ${path}/versions/{id}`, { name, id });
    if (now.status === 404)
        return "gone";
    throw now.status === 200
        ? notAdmin(asked, await packageFacts(context, repository))
        : githubRefusal(now, asked);
}
async function restoreVersion(context, repository, id) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`POST ${path}/versions/{id}/restore`, { name, id });
    if (answer.status === 204)
        return;
    // Sent again after an answer that was lost, it is refused for what is done.
    const isUnknown = answer.status === 404;
    if (isUnknown && (await context.api.ask(`GET ${path}/versions/{id}`, { name, id })).status === 200)
        return;
    const asked = askedOf(context, repository, {
        doing: `restoring version ${id} of ${repository}`,
        changes: true,
    });
    throw isUnknown ? notAdmin(asked, await packageFacts(context, repository)) : githubRefusal(answer, asked);
}
async function packageFacts(context, repository) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`GET ${path}`, { name });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf(context, repository, { doing: `looking at ${repository}` }));
    }
    const { data } = answer;
    const linkedTo = (0,json/* textAt */.$6)((0,json/* isObject */.Gv)(data) ? data["repository"] : undefined, "full_name");
    const page = (0,json/* textAt */.$6)(data, "html_url");
    return {
        ...(linkedTo === undefined ? {} : { linkedTo }),
        ...(page === undefined ? {} : { page }),
    };
}
function askedOf({ api, token }, name, { doing, changes = false }) {
    return { host: api.host, name, doing, changes, token };
}

// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 12 modules
var connection_connection = __nccwpck_require__(9738);
;// CONCATENATED MODULE: ./lazy/registry/open.js









/** Makes the client for a host. Sends nothing yet. @throws {RegistryError} where a GitHub's registry is to be opened without a token */
async function openRegistry(options) {
    if (options.github !== undefined)
        return (await openGitHub(options)).registry;
    return (0,distribution_distribution/* createDistribution */.L)(await (0,connection_connection/* connect */.N)(options), options.rights);
}
/** Makes the clients for a GitHub's registry. Sends nothing yet. @throws {RegistryError} without a token, or where it would be sent unencrypted */
async function openGitHub(options) {
    const { github = { api: names_github/* GITHUB_COM */.yQ.api }, rights } = options;
    const { connection, token } = await connectToGitHub({ ...options, github });
    const api = await createGitHubApi({ ...options, http: connection.http, api: github.api, token });
    const packages = createPackages(api, token);
    return { registry: createGhcr(connection, packages, rights), packages, token };
}
/** The way to a GitHub's registry, and the token that is for its API too. */
async function connectToGitHub(options) {
    const { github, host, onSecret } = options;
    const given = options.credentials ?? ownCredentials(github.token) ?? (await (0,credentials/* dockerCredentials */.d)(host));
    if (given.kind !== "password")
        throw noToken(host);
    onSecret(given.password);
    const connection = await (0,connection_connection/* connect */.N)({ ...options, credentials: given });
    const { protocol, host: api } = new URL(github.api);
    if (protocol === "https:" || connection.allowsPlainHttp(api))
        return { connection, token: given.password };
    connection.close();
    throw new registry/* RegistryError */.g("unsafe-realm", {
        message: `the GitHub API at ${github.api} speaks plain HTTP, and would get the token unencrypted`,
        nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
    });
}
/** GitHub's registry takes any user name with a token. */
function ownCredentials(token) {
    return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}


/***/ }),

/***/ 252:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RegistryError)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);

/** A registry that can't be reached, refuses, or does not answer as one. */
class RegistryError extends _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc {
    name = "RegistryError";
    kind;
    constructor(kind, text, cause) {
        super(text.message, text.nextStep, { cause });
        this.kind = kind;
    }
}


/***/ }),

/***/ 5594:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ planSha256),
/* harmony export */   G0: () => (/* binding */ PLAN_SCHEMA),
/* harmony export */   HG: () => (/* binding */ renderPlans)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4154);


/** Changes whenever a reader of plan files has to. */
const PLAN_SCHEMA = 2;
/**
 * A run's plans as JSON: a verdict with its reason for every tag and every image without one, what could be freed in each repository, and the deletions in the order to do them.
 * `readPlanFile` reads it.
 */
function renderPlans(plans, policies, origin) {
    const document = {
        schema: PLAN_SCHEMA,
        ...origin,
        policy: policyRecord(policies),
        ...bytesRecord((0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(plans)),
        repositories: plans.map(({ repository, reclaimable }) => ({ repository, ...bytesRecord(reclaimable) })),
        verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictRecords */ .Ud)(plans),
        untagged: plans.flatMap(({ repository, plan }) => plan.untagged.map((verdict) => ({ repository, ...verdict }))),
        deletions: plans.flatMap(({ repository, plan }) => plan.deletions.map((deletion) => (0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .deletionRecord */ .mz)(repository, deletion))),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** A policy as it is saved. */
function policyRecord(policies) {
    const textsOf = (patterns) => patterns.map(({ text }) => text);
    return {
        ...policies,
        exclude: textsOf(policies.exclude),
        // A cluster's whole list of images is nobody's business here; what it protects is in the verdicts.
        protect: policies.protect.length,
        rules: policies.rules.map((rule) => ({
            ...rule,
            repositories: textsOf(rule.repositories),
            tags: textsOf(rule.tags),
            exclude: textsOf(rule.exclude),
        })),
    };
}
/** SHA-256 of a plan file, in hex: what a plan that is carried out later is known by. */
function planSha256(file) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(file).digest("hex");
}
function bytesRecord({ bytes, isLeast }) {
    return { reclaimableBytes: bytes, isLeast };
}


/***/ }),

/***/ 5327:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ deletedUntagged),
/* harmony export */   IN: () => (/* binding */ keptTags),
/* harmony export */   Ki: () => (/* binding */ aboutUndo),
/* harmony export */   NB: () => (/* binding */ deletedTags),
/* harmony export */   W0: () => (/* binding */ aboutSpace),
/* harmony export */   _$: () => (/* binding */ undoneUntil),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   dC: () => (/* binding */ summaryLine),
/* harmony export */   en: () => (/* binding */ skipsOf),
/* harmony export */   md: () => (/* binding */ skippedTags),
/* harmony export */   nt: () => (/* binding */ reclaimableOf)
/* harmony export */ });
/* harmony import */ var _core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1395);
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(902);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4154);
/* harmony import */ var _words_untagged_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2181);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8900);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(920);






function decidedOf({ outcomes }) {
    return outcomes.flatMap((outcome) => outcome.kind === "planned" || outcome.kind === "applied" ? [outcome] : []);
}
/** `done` where all that was asked for is done; `failed` where nothing of it is, or harm was done. */
function statusOf({ outcomes, collection }) {
    if ((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionFailure */ .hm)(collection) !== undefined)
        return "failed";
    if (outcomes.some((outcome) => outcome.kind === "applied" && outcome.harm.length > 0))
        return "failed";
    const bad = outcomes.filter(isIncomplete);
    if (bad.length === 0)
        return "done";
    return bad.length === outcomes.length && bad.every(({ kind }) => kind === "failed")
        ? "failed"
        : "partly-failed";
}
function isIncomplete(outcome) {
    if (outcome.kind === "failed")
        return true;
    if (outcome.kind !== "applied")
        return false;
    return (outcome.stopped !== undefined ||
        outcome.deletions.some((each) => each.kind === "failed" || (0,_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .isBare */ .J)(each)) ||
        outcome.notes.some(({ kind }) => kind === "still-there"));
}
/** The tags that are gone, or in a dry run would be, as `host/repository:tag` in the order decided. */
function deletedTags(result) {
    return decidedOf(result).flatMap((outcome) => named(outcome.repository, lostTags(outcome)));
}
function lostTags(outcome) {
    return outcome.kind === "applied" ? outcome.deleted : (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .goingTags */ .s)(outcome.plan);
}
/** The tags that were decided to stay, as `host/repository:tag` in the order decided. */
function keptTags(result) {
    return decidedOf(result).flatMap(({ repository, plan }) => named(repository, (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .stayingTags */ .V)(plan)));
}
/** The tags that were to go and were left alone, as `host/repository:tag`, each once. */
function skippedTags(result) {
    return decidedOf(result).flatMap((outcome) => {
        const unplanned = outcome.plan.verdicts.flatMap((verdict) => verdict.kind === "keep" && verdict.reason.kind === "skipped" && verdict.reason.why.kind !== "gone"
            ? [verdict.tag]
            : []);
        const spared = sparedOf(outcome).flatMap(({ deletion, untagged = [] }) => deletion.tags.filter((tag) => !untagged.includes(tag)));
        return named(outcome.repository, [...new Set([...unplanned, ...spared])]);
    });
}
/** Planned deletions that were not tried, and that nobody else has done: of an earlier plan, and of this run. */
function skipsOf(outcome) {
    return [...outcome.plan.skipped.filter(isLeft), ...sparedOf(outcome)];
}
function sparedOf(outcome) {
    if (outcome.kind === "planned")
        return [];
    return outcome.deletions.flatMap((each) => (each.kind === "spared" && isLeft(each) ? [each] : []));
}
function isLeft({ reason }) {
    return reason.kind !== "gone";
}
/** What garbage collection can free after the run, or in a dry run could; `undefined` where nothing was decided. */
function reclaimableOf(result) {
    const decided = decidedOf(result);
    return decided.length === 0 ? undefined : (0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decided);
}
function named(repository, tags) {
    return tags.map((tag) => `${repository}:${tag}`);
}
/** What garbage collection has to do with it, where there is something to collect and nobody asked for that; else nothing. */
function aboutSpace(result) {
    const { isDryRun, collection } = result;
    const isNothing = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decidedOf(result)).bytes === 0 || !hasGarbage(result);
    if (isDryRun || collection !== undefined || isNothing)
        return [];
    return [
        "The registry's disk gets this space back at the next garbage collection, not before, less what other repositories of the registry share: " +
            "set gc-container or gc-command, or run reclaim at night.",
    ];
}
/** Whether any registry keeps what is deleted until its garbage is collected. */
function hasGarbage({ frees }) {
    return frees === undefined || frees.size === 0 || frees.has("at-collection");
}
/** How to put back what was deleted, where it is written down and no collection has taken it; else nothing. */
function aboutUndo(result) {
    const { isDryRun, outcomes, collection, journal } = result;
    const isCollected = collection !== undefined && collection.kind !== "skipped";
    const hasDeleted = outcomes.some((outcome) => outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted"));
    if (isDryRun || journal === undefined || isCollected || !hasDeleted)
        return [];
    return [`To put something back ${undoneUntil(result)}: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreCommand */ .Od)(journal, "[TAG…]")}`];
}
/** How long what was deleted can be put back, as `before …` or `within …`. GitHub keeps deleted versions for 30 days. */
function undoneUntil(result) {
    const collected = hasGarbage(result) ? ["before the next garbage collection"] : [];
    const kept = result.frees?.has("by-itself") === true ? ["within 30 days"] : [];
    return [...collected, ...kept].join(", on GitHub ");
}
/** How many images without a tag are gone, or in a dry run would be. */
function deletedUntagged(result) {
    const counts = decidedOf(result).map(({ plan, ...outcome }) => outcome.kind === "applied" ? (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .countDeletedUntagged */ .MG)(plan, outcome.deletions) : (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .goingUntagged */ .uD)(plan).length);
    return counts.reduce((sum, number) => sum + number, 0);
}
/** The one line that sums a run up. */
function summaryLine(result) {
    const decided = decidedOf(result);
    const deleted = decided.flatMap(lostTags).length;
    const kept = decided.flatMap(({ plan }) => (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .stayingTags */ .V)(plan)).length;
    const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
    const untagged = (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .andUntagged */ .Fm)(deletedUntagged(result));
    const counts = `${verb} ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(deleted, "tag")}${untagged}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
    const where = `in ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(result.outcomes.length, "repository")}`;
    const collected = result.collection === undefined ? [] : [(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCollection */ .ET)(result.collection)];
    const bytes = (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .unreferred */ .ZJ)((0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decided));
    return [`${counts} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}
function troubles(result) {
    const { isDryRun, outcomes } = result;
    const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
    const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
    const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
    const skips = decidedOf(result)
        .flatMap(skipsOf)
        .map(({ reason }) => reason.kind);
    const late = skips.filter((kind) => kind === "time-limit").length;
    const left = skips.length - late;
    const harmed = applied.flatMap(({ harm }) => harm).length;
    return [
        ...(failedRepositories > 0 ? [`Failed: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(failedRepositories, "repository")}.`] : []),
        ...(failed > 0 ? [`${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(failed, "deletion")} failed.`] : []),
        ...(left > 0 ? [`${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(left, "deletion")} ${isDryRun ? "would be " : ""}left undone.`] : []),
        ...(late > 0 ? [`The time limit came: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(late, "deletion")} left for the next run.`] : []),
        ...(harmed > 0 ? [`HARM: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(harmed, "tag")} that should have stayed whole.`] : []),
    ];
}


/***/ }),

/***/ 6748:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   Z: () => (/* binding */ renderCollection)
/* harmony export */ });
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(902);
/* harmony import */ var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(27);
/* harmony import */ var _words_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7055);
/* harmony import */ var _words_notices_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7565);
/* harmony import */ var _words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(887);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6581);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4154);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5327);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(920);
/* harmony import */ var _words_untagged_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2181);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8900);











// GitHub throws a step's whole summary away above 1 MiB.
const MAX_BYTES = 900 * 1024;
const TABLE_BYTES = 700 * 1024;
const FOLD_ABOVE = 20;
/** The job summary: GitHub's Markdown, escaped, cut well under the size that GitHub takes. */
function renderSummary(result) {
    const { outcomes, collection } = result;
    const parts = [
        `### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .summaryLine */ .dC)(result))}`,
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .aboutSpace */ .W0)(result),
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .aboutUndo */ .Ki)(result).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih),
        ...aboutPatterns(result).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD),
        ...renderCollection(collection),
    ];
    const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
    let bytes = 0;
    for (const [index, outcome] of outcomes.entries()) {
        const part = renderRepository(outcome, budget);
        bytes += Buffer.byteLength(part);
        if (bytes > MAX_BYTES) {
            parts.push(`… and ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(outcomes.length - index, "more repository")}; the log has them all.`);
            break;
        }
        parts.push(part);
    }
    return `${parts.join("\n\n")}\n`;
}
/** What is wrong after a collection, or wants somebody to look; how it went is in the title. */
function renderCollection(collection) {
    if (collection === undefined)
        return [];
    const lines = [...((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionFailure */ .hm)(collection) ?? []), ...(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionWarnings */ .y8)(collection)];
    return lines.map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD);
}
function aboutPatterns({ unused = [] }) {
    return unused.length === 0 ? [] : [(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnused */ .iz)(unused)];
}
function renderRepository(outcome, budget) {
    const title = `#### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(outcome.repository)}`;
    switch (outcome.kind) {
        case "nothing":
            return `${title}\n\n${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNothing */ .f$)(outcome.repository, outcome.why))}`;
        case "failed":
            return [
                title,
                (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(outcome.error)),
                ...(outcome.plan === undefined ? [] : [table({ plan: outcome.plan }, budget)]),
            ].join("\n\n");
        case "planned":
            return [title, ...renderPlanned(outcome), table(outcome, budget)].join("\n\n");
        case "applied":
            return [title, ...renderApplied(outcome), table(outcome, budget)].join("\n\n");
    }
}
function renderApplied(outcome) {
    const { plan, deletions, deleted, stopped } = outcome;
    const manifests = deletions.filter(({ kind, deletion }) => deletion.kind === "manifest" && (kind === "deleted" || kind === "gone"));
    const lines = [
        ...outcome.harm.map((harm) => `**Harm**: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeHarm */ .OX)(harm))}.`),
        ...deletions.flatMap((each) => each.kind === "failed"
            ? [`Could not delete ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(each.deletion))}: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)(each.error.message)}`]
            : []),
        ...skipLines(outcome),
        ...outcome.notes.map((note) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNote */ .Mb)(note))),
    ];
    return [
        `${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(deleted.length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .andUntagged */ .Fm)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .countDeletedUntagged */ .MG)(plan, deletions))} deleted (${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(manifests.length, "manifest")}), ` +
            `${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_9__/* .stayingTags */ .V)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .unreferred */ .ZJ)(outcome.reclaimable)}.`,
        ...(stopped === undefined ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(stopped))]),
        ...renderBudget(outcome),
        ...list([...lines, ...noticeLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderPlanned(outcome) {
    const { plan, reclaimable } = outcome;
    return [
        `${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_9__/* .goingTags */ .s)(plan).length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .andUntagged */ .Fm)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .goingUntagged */ .uD)(plan).length)} would be deleted, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_9__/* .stayingTags */ .V)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .unreferred */ .ZJ)(reclaimable)}.`,
        ...renderBudget(outcome),
        ...list([...noticeLines(outcome), ...skipLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderBudget({ plan }) {
    return [...(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBudget */ .No)(plan), ...(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .aboutUntagged */ .V4)(plan)].map((line) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`));
}
function noticeLines({ plan }) {
    return plan.notices.map((notice) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNotice */ .S)(notice)));
}
function skipLines(outcome) {
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .skipsOf */ .en)(outcome).map(({ deletion, reason }) => `Left ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(deletion))} alone: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSpare */ .NV)(reason))}.`);
}
function list(lines) {
    if (lines.length === 0)
        return [];
    const left = lines.length - FOLD_ABOVE;
    const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
    return [[...lines.slice(0, FOLD_ABOVE), ...more].map((line) => `- ${line}`).join("\n")];
}
function renderOrphans({ plan }) {
    const orphans = (0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .orphansKept */ .am)(plan);
    return orphans.length === 0 ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOrphans */ .vC)(orphans))];
}
function table({ plan: { verdicts }, sizes }, budget) {
    const rows = [];
    let bytes = 0;
    for (const verdict of verdicts) {
        const row = renderRow(verdict, sizes);
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > budget)
            break;
        rows.push(row);
    }
    const left = verdicts.length - rows.length;
    const body = ["| tag | verdict | reason | frees |", "| --- | --- | --- | ---: |", ...rows].join("\n");
    const cut = left === 0 ? "" : `\n\n… and ${left} more tags; the plan file has every one.`;
    if (verdicts.length <= FOLD_ABOVE)
        return body + cut;
    return `<details><summary>${verdicts.length} tags</summary>\n\n${body}${cut}\n\n</details>`;
}
function renderRow(verdict, sizes) {
    const bytes = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_10__/* .sizeOf */ .$d)(verdict, sizes);
    const frees = bytes === undefined ? "" : (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .amount */ .vj)(bytes);
    return `| ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(verdict.tag)} | ${verdict.kind} | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReason */ .Gk)(verdict))} | ${frees} |`;
}


/***/ }),

/***/ 902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ describeCollection),
/* harmony export */   Ey: () => (/* binding */ describeStep),
/* harmony export */   aU: () => (/* binding */ freedBytes),
/* harmony export */   hm: () => (/* binding */ collectionFailure),
/* harmony export */   y8: () => (/* binding */ collectionWarnings)
/* harmony export */ });
/* unused harmony exports collectionRecord, errorRecord */
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8900);


/** What came of a collection, in one or two sentences. */
function describeCollection(outcome) {
    switch (outcome.kind) {
        case "skipped":
            return describeSkip(outcome.why, outcome.garbage);
        case "failed":
            return "The garbage collection failed.";
        case "collected": {
            const { blobs, freed, proven, harm } = outcome;
            const what = blobs === undefined ? "Garbage collected" : `Garbage collected: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(blobs, "blob")}`;
            const how = freed === undefined ? "how many bytes that freed is not known" : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(freed)} freed`;
            const whole = harm.length > 0
                ? ` HARM: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(harm.length, "tag")} that should have stayed whole.`
                : proven === undefined
                    ? ""
                    : ` Every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(proven, "kept tag")} answers.`;
            return `${what}, ${how}.${whole}`;
        }
    }
}
function describeSkip(why, garbage) {
    switch (why.kind) {
        case "nothing-deleted":
            return "Nothing was deleted, so no garbage was collected.";
        case "prune-failed":
            return "No garbage was collected, for the prune failed.";
        case "dry-run":
            return garbage === undefined
                ? "No garbage is collected in a dry run."
                : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(garbage)} of garbage could be collected.`;
        case "told-to-stop":
            return "Told to stop before the garbage was collected.";
        case "below-minimum":
            return `There is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(why.bytes)} of garbage, less than gc-min-bytes (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(why.minimum)}): the registry was not stopped.`;
        case "no-garbage":
            return "There is no garbage to collect: the registry was not stopped.";
        case "empty-registry":
            return "Nothing was ever pushed to this registry: there is nothing to collect.";
    }
}
/** What went wrong in a collection, each with its next step; `undefined` where nothing did. */
function collectionFailure(outcome) {
    if (outcome?.kind === "failed")
        return [`Garbage collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(outcome.error)}`];
    if (outcome?.kind !== "collected" || outcome.harm.length === 0)
        return undefined;
    return outcome.harm.map((harm) => `${harm.repository}: HARM: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHarm */ .OX)(harm)} after the garbage collection. Push it again from where it was built.`);
}
/** What wants somebody to look after a collection that went well. */
function collectionWarnings(outcome) {
    if (outcome.kind !== "collected")
        return [];
    const { restarted, proven, unproven } = outcome;
    return [
        ...(restarted
            ? []
            : [
                "RESTART THE REGISTRY NOW, unless its cache is off: it was never seen to be down while gc-command ran. " +
                    "A registry that goes on believes to have what was collected, and the next push of it is lost.",
            ]),
        ...(proven === undefined
            ? [
                "Whether all that is kept is whole could not be looked at: the registry does not list its repositories for this user.",
            ]
            : []),
        ...(unproven.length === 0
            ? []
            : [`Could not be looked at before and after the collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(unproven)}.`]),
    ];
}
/** Bytes that a collection freed; `undefined` where none ran, or it is not known. */
function freedBytes(outcome) {
    return outcome?.kind === "collected" ? outcome.freed?.bytes : undefined;
}
/** A step of a collection, as the log says it. */
function describeStep(step) {
    switch (step.kind) {
        case "waiting":
            return `another run collects the garbage of ${step.container}; waiting for it`;
        case "recovered":
            return `a run that was ended had left its mark on ${step.container}; making good`;
        case "looked":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.blobs, "blob")} of garbage${step.bytes === undefined ? "" : ` (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(step.bytes)})`}`;
        case "stopping":
            return `stopping ${step.container} (it is started again in every case; by hand: ${step.program} start ${step.container})`;
        case "down":
            return "it is down";
        case "collecting":
            return "collecting";
        case "starting":
            return `starting ${step.container}`;
        case "up":
            return "the registry answers";
        case "proving":
            return step.when === "before"
                ? `looked at every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.tags, "tag")}`
                : `looking at every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.tags, "tag")} again`;
        case "script-line":
            return `| ${step.line}`;
    }
}
/** A collection's outcome as it is printed in JSON. */
function collectionRecord(outcome) {
    if (outcome.kind !== "failed")
        return { ...outcome, description: describeCollection(outcome) };
    return { kind: outcome.kind, ...errorRecord(outcome.error) };
}
/** An error as it is printed in JSON. */
function errorRecord({ message, nextStep }) {
    return { error: message, nextStep };
}


/***/ }),

/***/ 8354:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeLimit)
/* harmony export */ });
/* harmony import */ var _registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4571);

/** Why nothing happens for a while, and for how long. @param now in milliseconds since 1970 */
function describeLimit({ host, limit, until }, now) {
    const why = limit === "primary" ? "this hour's requests are used up" : "it asks for a pause";
    return `${host}: ${why}; waiting until ${(0,_registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(until)}, ${(0,_registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(until - now)} from now`;
}


/***/ }),

/***/ 7055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ih: () => (/* binding */ escape)
/* harmony export */ });
/** A text as a quotation, line by line. */
function quote(text) {
    return text
        .split("\n")
        .map((line) => `> ${escape(line)}`)
        .join("  \n");
}
/** Backticks would not do: a pipe ends a table's cell even within them. */
function code(text) {
    return `<code>${escape(text)}</code>`;
}
/** As character references, so that neither HTML nor Markdown in it is understood, and no line ends. */
function escape(text) {
    return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ }),

/***/ 7565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   No: () => (/* binding */ describeBudget),
/* harmony export */   S: () => (/* binding */ describeNotice),
/* harmony export */   iz: () => (/* binding */ describeUnused)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8900);


/** What somebody is to look at in a plan, as a sentence. */
function describeNotice(notice) {
    switch (notice.kind) {
        case "no-candidates":
            return ("no tag is a candidate for deletion, so nothing ever goes. Check sort, include and exclude: " +
                "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4.");
        case "endless-channels":
            return (`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(notice.channels.length, "channel")} have images of one version alone: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(notice.channels)}. ` +
                "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together.");
        case "undated":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(notice.tags.length, "tag")} without a date, taken for the oldest: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(notice.tags)}.`;
        case "over-budget":
            return (`what has to stay takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(notice.least, 2)}, more than max-size (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(notice.maxSize, 2)}), so only each group's newest and what else must stay is left. ` +
                "The plan says of each tag why it stays.");
    }
}
/** How a repository's size stands to its budget, where it has one and any size is known. */
function describeBudget({ budget }) {
    if (budget === undefined || budget.stays.bytes === 0)
        return [];
    return [`what stays takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(budget.stays, 2)}; max-size is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(budget.maxSize, 2)}`];
}
/** What matches nothing: a word written wrong protects nothing, or deletes nothing. */
function describeUnused(patterns) {
    return `Nothing matches ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}


/***/ }),

/***/ 27:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ isOdd),
/* harmony export */   Mb: () => (/* binding */ describeNote),
/* harmony export */   NV: () => (/* binding */ describeSpare),
/* harmony export */   OX: () => (/* binding */ describeHarm),
/* harmony export */   SO: () => (/* binding */ describeSkips),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   YI: () => (/* binding */ describeThrown),
/* harmony export */   f$: () => (/* binding */ describeNothing),
/* harmony export */   o3: () => (/* binding */ describeDangling),
/* harmony export */   vC: () => (/* binding */ describeOrphans),
/* harmony export */   zN: () => (/* binding */ some)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6846);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1033);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8900);



/** Why a planned deletion was not tried, in a few words. */
function describeSpare(reason) {
    switch (reason.kind) {
        case "now-needed-by":
            return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(reason.by)
                ? `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(reason.by)}, which is new to the plan, needs it or refers to it`
                : `${reason.by}, which appeared or moved meanwhile, needs it`;
        case "tags-moved":
            return "it was pointed at another image meanwhile";
        case "parent-stays":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(reason.parent)}, which it belongs to, is still there`;
        case "subject-is-back":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(reason.subject)}, which it refers to and which was gone, is back`;
        case "gone":
            return "it was gone already";
        case "just-pushed":
            return "this run's references name it as just pushed";
        case "last-tag":
            return "no other tag keeps its image any more";
        case "no-untag":
            return "the registry can't delete one tag alone";
        case "stopped":
            return "the run stopped before it";
        case "time-limit":
            return "the time limit came before it";
    }
}
const TOLD_OTHERWISE = new Set(["gone", "stopped", "time-limit"]);
/** Deletions that no longer stand, in one sentence; what somebody else has deleted meanwhile is as good as done, and that a run ended early is told otherwise. */
function describeSkips(skips) {
    const fallen = skips.filter(({ reason }) => !TOLD_OTHERWISE.has(reason.kind));
    if (fallen.length === 0)
        return [];
    const lines = fallen.map(({ deletion, reason }) => `${nameOf(deletion)} (${describeSpare(reason)})`);
    return [
        `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(fallen.length, "deletion")} skipped, for the plan no longer stands there: ${some(lines)}.`,
    ];
}
/** Why there was nothing to decide about. */
function describeNothing(repository, why) {
    return `${repository}: ${NOTHING[why]}`;
}
const NOTHING = {
    "unknown-repository": "the registry does not know this repository (nothing was pushed to it yet?), so there is nothing to prune.",
    "no-tags": "the repository has no tags, so it is left as it is.",
    "left-empty": "it is in the catalog and has no tags; reclaim with storage takes away what is left of such repositories.",
    "no-rule": "no rule of the policy is for this repository, so all of it stays.",
    "no-match": "no repository of the registry's catalog matches this pattern, so there is nothing to prune. In a pattern * stays within one part of the path; ** spans any number.",
};
/** Whether somebody is to look at why there was nothing to decide about. */
function isOdd(why) {
    return why !== "left-empty";
}
/** What the run found of a tag that is not as the plan wants it. */
function describeNote(note) {
    switch (note.kind) {
        case "dangling":
            return describeDangling([note.tag]);
        case "moved":
            return `${note.tag} was pointed at another image meanwhile (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(note.to)}); that one is whole.`;
        case "removed":
            return `${note.tag} was deleted by somebody else meanwhile.`;
        case "still-there":
            return `${note.tag} is still there, though the registry said that it deleted it.`;
    }
}
/** What happened to a tag that was to stay. */
function describeHarm(harm) {
    switch (harm.kind) {
        case "part-missing":
            return `${harm.tag} was to stay, and ${harm.missing} of it is missing`;
        case "tag-lost":
            return `${harm.tag} was to stay and is gone; it was moved onto an image in the moment in which that was deleted`;
    }
}
/** Tags that are listed and whose manifest is not there. */
function describeDangling(tags) {
    return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tags.length, "tag")} listed whose manifest is not there (a push that a full disk cut off, or a delete): ${some(tags)}. Push it again, take it off the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave it: it takes no place.`;
}
/** Signatures and attachments that stay, though what they belong to is not there. */
function describeOrphans(tags) {
    const what = tags.length === 1 ? "1 signature or attachment" : `${tags.length} signatures or attachments`;
    return `${what} whose image is gone: ${some(tags)}; ${tags.length === 1 ? "it stays" : "they stay"}. orphans: delete takes them.`;
}
/** What a deletion is of, by name: its tags, or what has none by its digest. */
function nameOf({ tags, digest }) {
    return tags.join(", ") || (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(digest ?? "");
}
/** The first of many names, and how many more there are. */
function some(names) {
    const shown = names.slice(0, 10).join(", ");
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
/** An error's sentence, and its next step on lines of its own. */
function describeError(error) {
    return `${error.message}\n${error.nextStep}`;
}
/** What was thrown, whatever it is. */
function describeThrown(thrown) {
    return thrown instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc
        ? describeError(thrown)
        : `Unexpected error, please report it: ${String(thrown)}`;
}


/***/ }),

/***/ 887:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KS: () => (/* binding */ planTitle),
/* harmony export */   am: () => (/* binding */ orphansKept),
/* harmony export */   pH: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3387);
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7565);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6581);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4154);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(920);
/* harmony import */ var _untagged_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2181);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8900);








const MOST_LINES = 200;
/** How many tags of a plan go, and how many stay. */
function planTitle({ repository, plan }) {
    const going = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .goingTags */ .s)(plan).length, "tag")}${(0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .andUntagged */ .Fm)((0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .goingUntagged */ .uD)(plan).length)}`;
    return `${repository}: ${going} to delete, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .stayingTags */ .V)(plan).length} to keep`;
}
/** What becomes of each tag and why, those that go first; no more lines than anybody reads. */
function planLines({ plan, sizes }) {
    const line = (verdict) => {
        const bytes = (0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeOf */ .$d)(verdict, sizes);
        const own = bytes === undefined ? "" : `  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .amount */ .vj)(bytes)}`;
        return `${verdict.kind.padEnd(6)}  ${verdict.tag}  (${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReason */ .Gk)(verdict)})${own}`;
    };
    const going = plan.verdicts.filter(_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .goes */ .n);
    const staying = plan.verdicts.filter((verdict) => !(0,_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .goes */ .n)(verdict));
    return [
        ...cut(going, line, "to delete"),
        ...cut((0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .untaggedLines */ .LF)(plan), asItIs, "to delete"),
        ...cut(staying, line, "to keep"),
        ...cut(skippedLines(plan), asItIs, "left alone"),
    ];
}
/** What no tag's line says: of an earlier plan, what has no tag and is left alone, and what is gone. */
function skippedLines({ skipped }) {
    return skipped.flatMap(({ deletion, reason }) => {
        if (deletion.tags.length > 0 && reason.kind !== "gone")
            return [];
        return [`skip    ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(deletion)}  (${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSpare */ .NV)(reason)})`];
    });
}
const asItIs = (line) => line;
/** A line for each, made for those alone that are printed. */
function cut(all, lineOf, what) {
    const more = all.length - MOST_LINES;
    const lines = all.slice(0, MOST_LINES).map(lineOf);
    return more <= 0 ? lines : [...lines, `… and ${more} more ${what}`];
}
/** What somebody is to look at in a plan. */
function planWarnings({ plan }) {
    const dangling = keptBecause(plan, "dangling");
    const orphans = orphansKept(plan);
    return [
        ...plan.notices.map(_notices_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNotice */ .S),
        ...(dangling.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDangling */ .o3)(dangling)]),
        ...(orphans.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeOrphans */ .vC)(orphans)]),
        ...(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSkips */ .SO)(plan.skipped),
        ...(plan.missing.length === 0
            ? []
            : [
                `of what stays, ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(plan.missing.length, "part")} was missing before this run: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(plan.missing)}.`,
            ]),
    ];
}
/** Signatures and attachments that stay, though what they belong to is gone. */
function orphansKept(plan) {
    return keptBecause(plan, "orphan");
}
function keptBecause({ verdicts }, why) {
    return verdicts.flatMap(({ kind, tag, reason }) => (kind === "keep" && reason.kind === why ? [tag] : []));
}


/***/ }),

/***/ 6581:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   ZR: () => (/* binding */ describeDeleteReason),
/* harmony export */   tI: () => (/* binding */ describeKeepReason)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8900);


const DANGLING = "listed, but its manifest is not there";
/** A verdict's reason in a few words, for a log line or a table cell. */
function describeReason(verdict) {
    if (verdict.kind === "keep")
        return describeKeepReason(verdict.reason);
    return describeDeleteReason(verdict.reason) + (verdict.kind === "untag" ? whatStays(verdict) : "");
}
function whatStays({ digest, with: other }) {
    if (digest === undefined)
        return "";
    return `; the image stays${other === undefined ? "" : ` for ${other}`}`;
}
/** A reason to go in a few words. */
function describeDeleteReason(reason) {
    switch (reason.kind) {
        case "beyond-newest":
            return `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}, beyond the newest ${reason.keep}`;
        case "over-budget":
            return `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}, for which ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(reason.maxSize)} has no room`;
        case "referrer-of":
            return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(reason.subject)}, which goes`;
        case "orphan":
            return describeOrphan(reason.subject);
        case "dangling":
            return DANGLING;
        case "planned":
            return "as planned";
    }
}
/** A reason to stay in a few words. */
function describeKeepReason(reason) {
    switch (reason.kind) {
        case "just-pushed":
            return "just pushed";
        case "newest":
            return `number ${reason.rank} of the newest ${reason.keep}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}${ORDERS[reason.by]}`;
        case "protected":
            return `in use: ${reason.by}`;
        case "younger":
            return `created ${reason.created.slice(0, 10)}, less than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln)(reason.limit)} ago`;
        case "undated":
            return `nothing says when it was created, and what is younger than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln)(reason.limit)} stays`;
        case "not-included":
        case "no-rule":
        case "not-a-version":
        case "not-a-prerelease":
        case "latest":
        case "date-unread":
            return NO_CANDIDATE[reason.kind];
        case "excluded":
            return `matches exclude ${reason.pattern}`;
        case "referrer":
            return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(reason.subject)}`;
        case "dangling":
            return DANGLING;
        case "shares-digest":
            return reason.untags === "no"
                ? `same image as ${reason.with}, and the registry can't delete one tag alone`
                : `same image as ${reason.with}; whether the registry can delete one tag alone shows only in a run that deletes`;
        case "contained-in":
            return `needed by ${reason.with}`;
        case "has-referrer":
            return `has the signature or attachment ${reason.with}`;
        case "orphan":
            return describeOrphan(reason.subject);
        case "not-planned":
            return "the plan does not have it go";
        case "skipped":
            return `planned to go, but ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSpare */ .NV)(reason.why)}`;
    }
}
function describeOrphan(subject) {
    return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(subject)}, which is gone`;
}
const NO_CANDIDATE = {
    "not-included": "matches no include pattern",
    "no-rule": "no rule is for it",
    "not-a-version": "not a version",
    "not-a-prerelease": "not a prerelease",
    latest: "latest has no place in an order",
    "date-unread": "its date was not read",
};
const ORDERS = {
    semver: "",
    version: " by version",
    prerelease: " by prerelease number",
    natural: " by name",
    created: " by date",
};


/***/ }),

/***/ 4154:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Ud: () => (/* binding */ verdictRecords),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   mz: () => (/* binding */ deletionRecord)
/* harmony export */ });
/** Every verdict of every plan. */
function verdictRecords(plans) {
    return plans.flatMap(({ repository, plan, sizes }) => plan.verdicts.map((verdict) => ({
        repository,
        tag: verdict.tag,
        digest: verdict.digest ?? null,
        verdict: verdict.kind,
        reason: verdict.reason,
        bytes: sizeOf(verdict, sizes)?.bytes ?? null,
    })));
}
/** What of the image of a tag that goes with it nothing that stays refers to. */
function sizeOf(verdict, sizes) {
    return verdict.kind === "delete" ? sizes?.get(verdict.digest) : undefined;
}
/** A deletion as it is saved. */
function deletionRecord(repository, deletion) {
    if (deletion.kind === "manifest") {
        const { kind, digest, tags, parents, after, orphanOf } = deletion;
        return { repository, kind, digest, tags, parents, after, orphanOf };
    }
    const { kind, tags, digest, by, parents } = deletion;
    return { repository, kind, tag: tags[0], digest: digest ?? null, by, parents };
}
/** What all of them come to. */
function totalOf(parts) {
    return {
        bytes: parts.reduce((sum, { reclaimable }) => sum + reclaimable.bytes, 0),
        isLeast: parts.some(({ reclaimable }) => reclaimable.isLeast),
    };
}


/***/ }),

/***/ 8148:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeDoubt),
/* harmony export */   e: () => (/* binding */ sweepLines)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8900);


/** What a sweep removed, or would: a line each, with its size. */
function sweepLines({ removals }, isDryRun) {
    return removals.map((outcome) => {
        const { repository, what, bytes } = outcome.removal;
        return `${verbOf(outcome, isDryRun)} ${repository}: ${what} (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(bytes)})`;
    });
}
function verbOf(outcome, isDryRun) {
    if (isDryRun)
        return "would remove";
    switch (outcome.kind) {
        case "removed":
            return "removed";
        case "left":
            return "left";
        case "failed":
            return `could not remove (${outcome.error.message})`;
    }
}
/** A repository that was left alone, and why. */
function describeDoubt({ repository, doubts, keeps }) {
    const what = keeps === "everything" ? "nothing but abandoned uploads was removed" : "untagged images stay";
    return `${repository} is in doubt, so ${what}: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(doubts)}.`;
}


/***/ }),

/***/ 2181:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ andUntagged),
/* harmony export */   LF: () => (/* binding */ untaggedLines),
/* harmony export */   MG: () => (/* binding */ countDeletedUntagged),
/* harmony export */   V4: () => (/* binding */ aboutUntagged),
/* harmony export */   uD: () => (/* binding */ goingUntagged)
/* harmony export */ });
/* unused harmony export describeUntagged */
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8900);

/** The images without a tag that a plan has go for their own sake, oldest first. */
function goingUntagged({ untagged }) {
    return untagged.flatMap((verdict) => (verdict.kind === "delete" ? [verdict] : []));
}
/** How many of those are gone. */
function countDeletedUntagged(plan, deletions) {
    const going = new Set(goingUntagged(plan).map(({ digest }) => digest));
    return deletions.filter(({ kind, deletion }) => (kind === "deleted" || kind === "gone") && deletion.kind === "manifest" && going.has(deletion.digest)).length;
}
/** What becomes of an image without a tag, and why, in a few words. */
function describeUntagged(verdict) {
    const since = `no tag, unchanged since ${verdict.changed.slice(0, 10)}`;
    if (verdict.kind === "delete") {
        return `${since}, ${verdict.olderThan === undefined ? "as planned" : `longer than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(verdict.olderThan)}`}`;
    }
    return `${since}; ${WHY[verdict.why]}`;
}
const WHY = {
    "no-limit": "untagged-older-than does not say that it goes",
    young: "not old enough",
    needed: "something that stays needs it",
};
/** A line for each image without a tag that goes. */
function untaggedLines(plan) {
    return goingUntagged(plan).map((verdict) => `delete  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(verdict.digest)}  (${describeUntagged(verdict)})`);
}
/** How many images without a tag go, as ` and 2 images without a tag`; empty where none does. */
function andUntagged(number) {
    return number === 0 ? "" : ` and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number, "image")} without a tag`;
}
/** What is to be known of the images without a tag that stay, in one sentence. */
function aboutUntagged({ untagged }) {
    const left = untagged.filter((verdict) => verdict.kind === "keep" && verdict.why === "no-limit").length;
    if (left === 0)
        return [];
    const stay = left === 1 ? "stays" : "stay";
    return [
        `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left, "image")} without a tag that nothing reaches ${stay}; untagged-older-than takes what is old of such`,
    ];
}


/***/ }),

/***/ 8900:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   N3: () => (/* binding */ describeGroup),
/* harmony export */   Od: () => (/* binding */ restoreCommand),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   ZJ: () => (/* binding */ unreferred),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var bytes__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5559);
/* harmony import */ var _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1404);


/** `1 tag`, `2 tags`, `2 repositories`. */
function count(number, noun) {
    return `${number} ${number === 1 ? noun : `${noun}s`.replace(/([^aeo])ys$/, "$1ies")}`;
}
/** A digest as people recognise it: the algorithm and twelve digits. */
function shortDigest(digest) {
    return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}
/** A number of bytes as people read it: `1.2 GB`, units being powers of 1024. */
function size(number, decimalPlaces = 1) {
    return bytes__WEBPACK_IMPORTED_MODULE_0__(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}
const SPANS = [
    [7 * 24 * 3600 * 1000, "week"],
    [24 * 3600 * 1000, "day"],
    [3600 * 1000, "hour"],
    [60 * 1000, "minute"],
];
/** A time in milliseconds as people read it, in the greatest unit that has it whole: `2 weeks`, `36 hours`. */
function span(milliseconds) {
    const [unit, noun] = SPANS.find(([length]) => milliseconds % length === 0) ?? [1000, "second"];
    return count(Math.round((milliseconds / unit) * 10) / 10, noun);
}
/** Bytes as people read them: `1.2 GB`, or `at least 1.2 GB`. */
function amount({ bytes: number, isLeast }, decimalPlaces = 1) {
    return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}
/** What follows a number of tags that go: `: 1.2 GB that nothing kept refers to`. Empty where that is nothing. */
function unreferred(reclaimable) {
    return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that nothing kept refers to`;
}
/** The command that puts something back from a journal, for a shell. */
function restoreCommand(journal, what) {
    return `prune-image-tags restore ${shellWord(journal)} ${what}`;
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
/** Where something is counted: ` in alpha`, and of a policy file ` in alpha of rule alphas`. Empty where all is counted together. */
function describeGroup({ group, rule }) {
    const where = group === _core_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .EVERYTHING */ .Qz ? "" : ` in ${group}`;
    return rule === undefined ? where : `${where} of rule ${rule}`;
}


/***/ }),

/***/ 8673:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   fG: () => (/* binding */ whyRefused),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   nB: () => (/* binding */ flushFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9592);



const REASONS = {
    EACCES: "this user may not do that",
    EPERM: "this user may not do that",
    EROFS: "its disk is mounted read-only",
    ENOSPC: "its disk is full",
    EDQUOT: "this user's share of its disk is used up",
    EFBIG: "it would grow larger than this user's files may",
    EISDIR: "it is a folder",
    ENOENT: "it is not there",
    ENOTDIR: "a part of its path is no folder",
    EIO: "its disk failed",
};
/** Why the system refused to open, read or write a file. Completes "the file can't be written: ". */
function whyRefused(error) {
    const code = (0,_registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
    if (code === "")
        return error instanceof Error ? error.message : String(error);
    return REASONS[code] ?? `the system said ${code}`;
}
/** Writes all of the bytes at a position; `null` is the end of a file that is open to append. */
async function writeWhole(file, bytes, position) {
    // A disk that fills up takes a part first, and says why at the next attempt.
    for (let done = 0; done < bytes.length;) {
        const at = position === null ? null : position + done;
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
    }
}
/** Makes a folder with its parents, for this user alone; they survive a power cut. */
async function makeFolder(path) {
    const topmost = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true, mode: 0o700 });
    if (topmost === undefined)
        return;
    const shortest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(topmost).length;
    for (let made = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path); made.length >= shortest; made = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(made)) {
        await flushFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(made));
    }
}
// Windows opens no folder, some network file systems flush none, and a user may write to a folder that he can't read.
const CANT_FLUSH = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"];
/** Has a folder's new names survive a power cut (fsync(2): flushing a file does not flush its name), where the system can. */
async function flushFolder(path) {
    try {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "r");
        try {
            await folder.sync();
        }
        finally {
            await folder.close();
        }
    }
    catch (error) {
        if (!CANT_FLUSH.includes((0,_registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error)))
            throw error;
    }
}


/***/ }),

/***/ 7662:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ freeHeap),
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
// Below that the heap is small whatever is done, and time counts for more.
const MANY = 10_000;
/** V8's own, once it was asked for: there is one heap in a process. */
let collect;
/**
 * Has V8 collect its garbage when the heap has grown by a tenth, and not when it has doubled, and keep the space for what is new small, where a repository has many
 * tags: the memory of a machine that builds images is others' too. Of 100,000 tags it takes half, and a tenth more time (`npm run bench -- --only memory`).
 * @param tags how many
 */
async function keepHeapSmall(tags) {
    if (tags <= MANY)
        return;
    const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
        Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8877, 19)),
        Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 714, 19)),
    ]);
    setFlagsFromString("--heap-growing-percent=10");
    setFlagsFromString("--semi-space-growth-factor=1");
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc");
}
/**
 * Frees what a phase of a run has left, before the next one needs memory of its own.
 * @param tags how many the repository has: for few it is not worth the time, also where another repository of the run has many
 */
function freeHeap(tags) {
    if (tags > MANY)
        collect?.();
}


/***/ }),

/***/ 2302:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QS: () => (/* binding */ advancing),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   ue: () => (/* binding */ readNeeded),
/* harmony export */   y1: () => (/* binding */ listedStill),
/* harmony export */   yN: () => (/* binding */ resolveTags)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1773);
/* harmony import */ var _core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7293);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8544);
/* harmony import */ var _core_names_version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8240);
/* harmony import */ var _heap_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7662);





/**
 * Reads every tag, what it points at, and what that needs, and the subject that a signature's tag names, each manifest once.
 * @throws {RegistryError | UnsureError} where anything could not be read for certain: then nothing may be decided
 */
async function observe(given, target, say) {
    const options = { ...given, advance: advancing("reading", say) };
    const { registry, repository } = options;
    const list = await registry.listTags(repository);
    const { digests, others = [], inUse = [] } = target;
    // Distribution on S3 does not know a repository without tags, and has its manifests all the same (measured).
    if (list === undefined && others.length === 0)
        return { kind: "unknown-repository" };
    if (list?.length === 0 && others.length === 0)
        return { kind: "no-tags" };
    const listed = list ?? [];
    say({ kind: "listed", tags: listed.length });
    await (0,_heap_js__WEBPACK_IMPORTED_MODULE_3__/* .keepHeapSmall */ .p)(listed.length);
    const manifests = new Map();
    const missing = new Set();
    const tags = await listedStill(options, await readTags(options, listed, manifests));
    const subjects = tags.flatMap(({ tag }) => (0,_core_names_version_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(tag) ?? []);
    const named = [...digests, ...others, ...inUse, ...subjects];
    await readNeeded(options, [...named, ...(0,_core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .neededIn */ .vs)(manifests)], { manifests, missing });
    say({ kind: "observed", manifests: manifests.size });
    sayMissing(target, { listed, missing }, say);
    const namedTags = new Set(target.tags);
    const namedDigests = new Set(digests);
    const read = { repository, tags, manifests, missing, namedTags, namedDigests };
    (0,_heap_js__WEBPACK_IMPORTED_MODULE_3__/* .freeHeap */ .V)(listed.length);
    const unknown = { leftovers: new Set(), referrers: new Map(), dates: new Map() };
    return { kind: "snapshot", snapshot: { ...read, ...unknown, now: Date.now() } };
}
/** Tells how far reading has come. */
function advancing(what, say) {
    return (done, total) => say({ kind: "advanced", advance: { what, done, total, share: done / total } });
}
/** A reference that names what is not there is no reason to stop: the step also runs after a push that failed. */
function sayMissing({ host, repository, tags, digests }, { listed, missing }, say) {
    const name = `${host}/${repository}`;
    for (const tag of tags) {
        if (!listed.includes(tag))
            say({ kind: "named-tag-missing", repository: name, tag });
    }
    for (const digest of digests) {
        if (missing.has(digest))
            say({ kind: "named-digest-missing", repository: name, digest });
    }
}
/** Reads what tags point at now, in their order, and adds the manifests to `manifests`. */
async function readTags(options, tags, manifests) {
    const read = await readAll(options, tags);
    return tags.map((tag, index) => {
        const found = read[index];
        if (found !== undefined)
            manifests.set(found.digest, found.manifest);
        return stateOf(tag, found?.digest);
    });
}
/** The same, without reading again what `manifests` has: what a tag points at is the registry's word. */
async function resolveTags(options, tags, manifests) {
    const { registry, repository, concurrency } = options;
    const digests = await (0,p_map__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(tags, (tag) => registry.resolveTag(repository, tag), { concurrency });
    const isKnown = (digest) => digest === undefined || manifests.has(digest);
    const news = await readTags(options, tags.filter((_, index) => !isKnown(digests[index])), manifests);
    const read = new Map(news.map((state) => [state.tag, state]));
    return tags.map((tag, index) => read.get(tag) ?? stateOf(tag, digests[index]));
}
function stateOf(tag, digest) {
    return digest === undefined ? { tag } : { tag, digest };
}
function readAll({ registry, repository, concurrency, keep, advance }, references) {
    let done = 0;
    const shared = (0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .internBlobs */ .F7)();
    const read = async (reference) => {
        const found = await registry.readManifest(repository, reference);
        advance?.((done += 1), references.length);
        if (found === undefined)
            return undefined;
        await keep?.(found);
        return { digest: found.digest, manifest: shared(found.manifest) };
    };
    // p-map starts nothing more after the first error.
    return (0,p_map__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(references, read, { concurrency });
}
/** Reads `roots` and all that they need, through nested indexes and subjects; what is known is not read again, nor what that needs. */
async function readNeeded(options, roots, { manifests, missing }) {
    let wanted = roots;
    for (;;) {
        const unknown = [...new Set(wanted)].filter((digest) => !manifests.has(digest) && !missing.has(digest));
        if (unknown.length === 0)
            return;
        const read = await readAll(options, unknown);
        unknown.forEach((digest, index) => {
            const found = read[index];
            if (found === undefined)
                missing.add(digest);
            else
                manifests.set(digest, found.manifest);
        });
        wanted = read.flatMap((found) => (found === undefined ? [] : (0,_core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .needs */ .eN)(found.manifest)));
    }
}
/** The states without the tags that were deleted between the listing and the reading: those do not dangle, they are gone. */
async function listedStill({ registry, repository }, tags) {
    if (tags.every(({ digest }) => digest !== undefined))
        return tags;
    const now = new Set(await registry.listTags(repository));
    return tags.filter(({ tag, digest }) => digest !== undefined || now.has(tag));
}


/***/ }),

/***/ 114:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ answer),
  n: () => (/* binding */ planWithLookups)
});

// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __nccwpck_require__(1773);
// EXTERNAL MODULE: ./lazy/core/image/created.js
var created = __nccwpck_require__(7865);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __nccwpck_require__(6011);
// EXTERNAL MODULE: ./lazy/core/plan/make-plan.js + 2 modules
var make_plan = __nccwpck_require__(8565);
;// CONCATENATED MODULE: ./lazy/core/plan/questions.js
/** What to find out before a plan is final; nothing where all are empty. */
function questionsOf({ verdicts, deletions, unread }, snapshot, policy) {
    const wantsUntag = ({ kind, reason }) => kind === "keep" &&
        (reason.kind === "shares-digest" || (reason.kind === "dangling" && policy.dangling === "delete"));
    // A part of what goes may be a part of what has no tag and stays; and what has none has its size.
    const wantsUntagged = deletions.length > 0 || policy.untaggedOlderThan !== undefined || policy.maxSize !== undefined;
    return {
        untagged: snapshot.untagged === undefined && wantsUntagged,
        // Where tags are written over, the registry's own way is still the better one.
        untags: snapshot.untags === undefined &&
            policy.untag !== "never" &&
            verdicts.some((verdict) => verdict.kind === "untag" || wantsUntag(verdict)),
        referrersOf: snapshot.listsReferrers === false ? [] : unaskedOf(deletions, snapshot),
        datesIn: unread,
    };
}
/** The manifests that go and of which nobody has asked what refers to them. */
function unaskedOf(deletions, { referrers }) {
    return deletions
        .filter((deletion) => deletion.kind === "manifest")
        .map(({ digest }) => digest)
        .filter((digest) => !referrers.has(digest));
}

// EXTERNAL MODULE: ./lazy/core/policy/untagged.js
var policy_untagged = __nccwpck_require__(7655);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __nccwpck_require__(2302);
;// CONCATENATED MODULE: ./lazy/run/observe/plan-with-lookups.js







/**
 * Plans, and finds out what the plan asks for, until it asks nothing more: when images were created, what refers to what goes, and whether the registry can
 * delete a tag by itself.
 * @throws {RegistryError | UnsureError} where that can't be found out for certain; and what `plan` throws
 */
async function planWithLookups(options, snapshot, policy) {
    let known = snapshot;
    for (;;) {
        const decided = (0,make_plan/* plan */.et)(known, policy);
        const questions = questionsOf(decided, known, policy);
        const { untags, untagged, referrersOf, datesIn } = questions;
        if (!untags && !untagged && referrersOf.length === 0 && datesIn.length === 0) {
            return { snapshot: known, plan: decided };
        }
        const answered = await answer(options, known, questions);
        // Most registries list nothing without a tag and no referrers: the same plan again would take as long and as much memory as the first.
        if (saysNothingNew(known, answered))
            return { snapshot: answered, plan: decided };
        known = answered;
    }
}
/** Whether all that was asked for is not there, which a plan takes for granted as long as it does not know. */
function saysNothingNew(before, after) {
    return (before.untags === after.untags &&
        before.dates === after.dates &&
        before.manifests.size === after.manifests.size &&
        before.missing.size === after.missing.size &&
        (after.untagged === before.untagged || after.untagged?.size === 0) &&
        !hasNewReferrers(before, after));
}
function hasNewReferrers(before, { referrers }) {
    for (const [digest, list] of referrers) {
        if (list.length > 0 && list !== before.referrers.get(digest))
            return true;
    }
    return false;
}
/** The snapshot with the questions answered. @throws {RegistryError | UnsureError} where they can't be for certain */
async function answer(options, snapshot, { untags, untagged, referrersOf, datesIn }) {
    // What is young stays, so nothing else is asked until that is known.
    if (datesIn.length > 0)
        return { ...snapshot, dates: await readDates(options, snapshot, datesIn) };
    const known = untagged ? await withUntagged(options, snapshot) : snapshot;
    const asked = untags ? { untags: await options.registry.untags(options.repository) } : {};
    const unasked = referrersOf.filter((digest) => !known.referrers.has(digest));
    const found = await referrersOfAll(options, unasked);
    if (found === undefined)
        return { ...known, ...asked, listsReferrers: false };
    const referrers = new Map(known.referrers);
    for (const [digest, list] of found)
        referrers.set(digest, list);
    const answered = { ...known, ...asked, referrers };
    const unread = [...found.values()].flat();
    if (unread.length === 0)
        return answered;
    const manifests = new Map(known.manifests);
    const missing = new Set(known.missing);
    await (0,observe/* readNeeded */.ue)(options, unread, { manifests, missing });
    return { ...answered, manifests, missing };
}
/** The snapshot with all that the registry lists without a tag, and with what of that, or of anything that was read, refers to what. */
async function withUntagged(options, snapshot) {
    const untagged = await options.registry.listUntagged(options.repository);
    if (untagged === undefined)
        return { ...snapshot, untagged: new Map() };
    const manifests = new Map(snapshot.manifests);
    const missing = new Set(snapshot.missing);
    await (0,observe/* readNeeded */.ue)(options, [...untagged.keys()], { manifests, missing });
    const referrers = new Map([...snapshot.referrers, ...(0,grouped/* grouped */.z)((0,policy_untagged/* referrersAmong */.Rg)(manifests))]);
    return { ...snapshot, manifests, missing, referrers, untagged };
}
async function readDates({ registry, repository, concurrency }, { dates }, configs) {
    const read = async (config) => {
        const blob = await registry.readBlob(repository, config);
        return [config, blob === undefined ? undefined : (0,created/* readCreated */.$)(blob.toString("utf8"))];
    };
    return new Map([...dates, ...(await (0,p_map/* default */.Ay)(configs, read, { concurrency }))]);
}
/** What refers to each of these; `undefined` where the registry has no such lists. */
async function referrersOfAll({ registry, repository, concurrency }, digests) {
    const [first, ...others] = digests;
    if (first === undefined)
        return new Map();
    const list = await registry.listReferrers(repository, first);
    // A registry that has no such list of one has none of the others.
    if (list === undefined)
        return undefined;
    const lists = await (0,p_map/* default */.Ay)(others, async (digest) => [digest, (await registry.listReferrers(repository, digest)) ?? []], { concurrency });
    return new Map([[first, list], ...lists]);
}


/***/ }),

/***/ 6679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/**
 * What is so where a setting is not given, by the environment's variables: on GitHub's runners `GITHUB_API_URL` says which GitHub they belong to.
 * @param token for that GitHub, if there is one
 */
function settingsOf(environment, token) {
    const api = environment["GITHUB_API_URL"] ?? "";
    return {
        ...(api === "" ? {} : { "github-api-url": api }),
        ...(token === undefined || token === "" ? {} : { "github-token": token }),
    };
}


/***/ }),

/***/ 3595:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ gitHubAt),
/* harmony export */   Wz: () => (/* binding */ isGitHub),
/* harmony export */   kQ: () => (/* binding */ readGitHub),
/* harmony export */   sx: () => (/* binding */ checkGitHub),
/* harmony export */   xr: () => (/* binding */ onGitHub)
/* harmony export */ });
/* harmony import */ var _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(385);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6846);
/* harmony import */ var _core_names_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1780);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1033);
/* harmony import */ var _table_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2014);





/**
 * Reads which GitHub there is, and a token for it; what is wrong is in the reader's problems. An address that only the environment says may be another's, as on
 * runners of Gitea: then there is GitHub.com, and no token for it.
 */
function readGitHub(read) {
    const token = read.secret("github-token").trim();
    const api = read.value("github-api-url", parseApi) ?? _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.api;
    const named = read.value("github-registry", parseRegistry);
    const registry = named ?? (0,_core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .Fv)(api);
    if (registry !== undefined)
        return { api, registry, ...(token === "" ? {} : { token }) };
    if (read.isGiven("github-api-url") && !read.isGiven("github-registry")) {
        read.problem("github-registry", `it is empty, and the registry of ${api} is not known; name its host, such as containers.github.example.com`);
    }
    return _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ;
}
/** Which GitHub a host is the container registry of; `undefined` of every other host. A token is for its own GitHub alone. */
function gitHubAt(host, own) {
    const name = host.replace(/:443$/, "");
    if (name === own.registry || host === own.registry)
        return own;
    return name === _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.registry ? _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ : undefined;
}
/** Whether a host is the container registry of a GitHub. */
function isGitHub(host, own) {
    return gitHubAt(host, own) !== undefined;
}
/** Says what can't be done on GitHub's registry, where an image is there, or what can be done there alone, where none is. */
function checkGitHub(read, places, own) {
    const command = read.text("command");
    const said = SAID_ON_GITHUB.filter((name) => takes(command, name) && read.isGiven(name));
    if (!places.some(({ host }) => isGitHub(host, own))) {
        const isElsewhere = places.length > 0 && command !== "reclaim" && said.includes("untagged-older-than");
        if (isElsewhere)
            read.problem("untagged-older-than", LISTS_NONE);
        return;
    }
    if (command === "reclaim")
        read.problem("registry", FREES_ITSELF);
    for (const name of said) {
        const wrong = wrongOnGitHub(read, name);
        if (wrong !== undefined)
            read.problem(name, wrong);
    }
}
const SAID_ON_GITHUB = ["gc-container", "gc-command", "untag", "untagged-older-than"];
function wrongOnGitHub(read, name) {
    switch (name) {
        case "gc-container":
        case "gc-command":
            return FREES_ITSELF;
        case "untag":
            return read.text(name) === "overwrite" ? NEVER_UNTAGS : undefined;
        case "untagged-older-than":
            return (read.duration(name) ?? Infinity) < LEAST_UNTAGGED_MS ? TOO_SOON : undefined;
    }
}
/** Of a setting that a command does not take, that alone is said. */
function takes(command, name) {
    const setting = _table_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTINGS */ .y.find((known) => known.name === name);
    return setting?.commands.some((taker) => taker === command) === true;
}
const LISTS_NONE = "no image is on GitHub's registry, and others list nothing without a tag; there, reclaim with storage takes it";
const FREES_ITSELF = "an image is on GitHub's registry, which frees its space itself; leave it out there";
const NEVER_UNTAGS = "an image is on GitHub's registry, which deletes a version with all its tags; what shares a version with a kept tag stays there, so leave it out";
// Builds on several machines push each platform by its digest, and tag them together when the last is done.
const LEAST_UNTAGGED_MS = 60 * 60 * 1000;
const TOO_SOON = "it is less than an hour, and a push under way has no tag yet; write 1h or more";
/**
 * A place on a GitHub, as it can be one.
 * @throws {PruneError} where it has no owner, or its owner is a pattern: there is no list of all that GitHub has
 */
function onGitHub(text, place) {
    const path = "pattern" in place ? place.pattern : place.repository;
    const [owner = "", ...name] = path.split("/");
    if (owner !== "" && name.length > 0 && !(0,_core_names_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(owner))
        return place;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is on GitHub's registry and does not name its owner, as host/OWNER/package (or host/OWNER/* for all of an owner's) does`, "Correct it.");
}
function parseApi(text) {
    const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text);
    const { origin, pathname, search, hash, username, password } = new URL(isUrl ? text : _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.api);
    const isBare = [search, hash, username, password].every((part) => part === "");
    if (isUrl && isBare)
        return `${origin}${pathname}`.replace(/\/+$/, "");
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is not the address of an API; write it as https://github.example.com/api/v3`, "Correct it.");
}
function parseRegistry(text) {
    if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .isHost */ .jU)(text))
        return text.toLowerCase();
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is not a host; write host[:port] alone`, "Correct it.");
}


/***/ }),

/***/ 2408:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  sb: () => (/* binding */ readSettings),
  pL: () => (/* binding */ unknownSetting)
});

// UNUSED EXPORTS: readPruneSettings

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy = __nccwpck_require__(1774);
// EXTERNAL MODULE: ./lazy/core/names/glob.js
var glob = __nccwpck_require__(1780);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __nccwpck_require__(1033);
;// CONCATENATED MODULE: ./lazy/core/names/image-glob.js



/** Whether a text is meant as a pattern of repositories rather than as a reference. */
function isImageGlob(text) {
    return (0,glob/* isGlob */.fg)(text.replace(/^(https?:\/\/)?\[[0-9a-fA-F:]*\]/i, ""));
}
/**
 * Reads a pattern of repositories, whose host is written out.
 * @throws {PruneError} with what is wrong, and how to write it
 */
function parseImageGlob(text) {
    const { scheme, host, path } = (0,reference/* splitReference */.mQ)(text);
    if (/[:@]/.test(path)) {
        throw new errors/* PruneError */.Pc(`"${text}": a pattern of repositories has no tag and no digest; what was just pushed is named whole, on a line of its own`, "Correct the pattern.");
    }
    const { matches } = (0,glob/* parseRepositoryGlob */.y5)(path);
    const [first = path] = path.split("/");
    return {
        ...(scheme === undefined ? {} : { scheme }),
        host: host.toLowerCase(),
        pattern: path,
        first,
        matches,
    };
}

// EXTERNAL MODULE: ./lazy/settings/read/github.js
var read_github = __nccwpck_require__(3595);
;// CONCATENATED MODULE: ./lazy/settings/read/connection.js




const MAX_CONCURRENCY = 64;
/** How the registries at these places are reached. */
function readConnection(read, places) {
    const login = readLogin(read, places);
    const github = (0,read_github/* readGitHub */.kQ)(read);
    (0,read_github/* checkGitHub */.sx)(read, places, github);
    return {
        ...(login === undefined ? {} : { login }),
        plainHttp: read.list("plain-http", parseHost),
        concurrency: readConcurrency(read),
        github,
    };
}
/** What `image` names, at least one unless a problem says so. */
function readImages(read) {
    const named = listImages(read);
    if (isEmpty(named) && read.problems.every(({ setting }) => setting !== "image")) {
        read.problem("image", "it is empty; name the image that was pushed, such as registry.example.com/team/app:1.4.9");
    }
    return named;
}
/**
 * What `image` names, if anything.
 * @param file what names the repositories otherwise: it is not to say who gets a password
 */
function readOptionalImages(read, file) {
    const named = listImages(read);
    const hasLogin = read.text("username") !== "" || read.secret("password") !== "";
    if (isEmpty(named) && hasLogin && read.problems.every(({ setting }) => setting !== "image")) {
        read.problem("image", `it is empty, and a password is given: ${file} is not to say which host gets it; name the repository`);
    }
    return named;
}
/** Says that patterns of repositories are no images for this command, where there are any. */
function refuseGlobs(read, globs, why) {
    const [glob] = globs;
    if (glob === undefined)
        return;
    read.problem("image", `${glob.host}/${glob.pattern} is a pattern, and ${why}; name it whole`);
}
/** Says that there are several repositories, where there are. `why` completes "there are several repositories, and …". */
function refuseSeveral(read, images, why) {
    const [image, ...others] = images;
    if (image !== undefined && others.some((other) => !(0,reference/* isSameRepository */.ve)(image, other))) {
        read.problem("image", `there are several repositories, and ${why}`);
    }
}
function isEmpty({ images, globs }) {
    return images.length === 0 && globs.length === 0;
}
/** What `image` names. */
function listImages(read) {
    // Commas within braces belong to a pattern.
    const github = (0,read_github/* readGitHub */.kQ)(read);
    const lines = read.list("image", (text) => parseNamed(text, github), /[\r\n]+|,(?![^{}\r\n]*\})/);
    const images = lines.flatMap((line) => (line.kind === "image" ? [line.image] : []));
    const globs = lines.flatMap((line) => (line.kind === "glob" ? [line.glob] : []));
    const places = [...images, ...globs];
    const mixed = places.find(({ host, scheme }) => places.some((other) => other.host === host && other.scheme !== scheme));
    if (mixed !== undefined) {
        read.problem("image", `${mixed.host} is named with http:// or https:// once and otherwise elsewhere; write it the same each time`);
    }
    return { images, globs };
}
function parseNamed(text, github) {
    return isImageGlob(text)
        ? { kind: "glob", glob: supported(text, parseImageGlob(text), github) }
        : { kind: "image", image: supported(text, (0,reference/* parseReference */.F2)(text), github) };
}
function supported(text, place, github) {
    if ((0,read_github/* gitHubAt */.FX)(place.host, github) !== undefined)
        return (0,read_github/* onGitHub */.xr)(text, place);
    if (!reference/* DOCKER_HUB_HOSTS */.nL.includes(place.host))
        return place;
    throw new errors/* PruneError */.Pc(`"${text}" is on Docker Hub, which is not supported yet; an image on another registry names its host, such as registry.example.com/team/app`, "Name an image on a private registry, or on ghcr.io.");
}
function readLogin(read, places) {
    const username = read.text("username");
    const password = read.secret("password");
    if (username === "" && password === "")
        return undefined;
    if (username === "")
        read.problem("username", "it is empty, and a password is given; give both or none");
    if (password === "") {
        read.problem("password", "it is empty, and a user name is given; is the secret set for this repository?");
    }
    const hosts = new Set(places.map(({ host }) => host));
    if (hosts.size > 1) {
        read.problem("username", `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`);
    }
    return { username, password };
}
function readConcurrency(read) {
    if (read.text("concurrency") === "auto")
        return MAX_CONCURRENCY;
    const number = read.count("concurrency") ?? MAX_CONCURRENCY;
    if (number < 1 || number > MAX_CONCURRENCY) {
        read.problem("concurrency", `${number} is not from 1 to ${MAX_CONCURRENCY}`);
    }
    return number;
}
function parseHost(text) {
    if ((0,reference/* isHost */.jU)(text))
        return text.toLowerCase();
    throw new errors/* PruneError */.Pc(`"${text}" is not a host; write host[:port] alone, one a line, such as 192.168.1.121:5000`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/collection.js
// What Docker and Podman allow (moby, names.RestrictedNameChars).
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
const LONGEST_TIMEOUT_MS = 24 * 60 * 60 * 1000;
/** Reads how garbage is collected; `undefined` where it is not. What is wrong is in the reader's problems. */
function readCollectionSettings(read) {
    const name = read.text("gc-container");
    const script = read.text("gc-command");
    const minimum = read.size("gc-min-bytes");
    const timeout = read.duration("gc-timeout") ?? LONGEST_TIMEOUT_MS;
    if (timeout > LONGEST_TIMEOUT_MS)
        read.problem("gc-timeout", "it is longer than a day; write 24h or less");
    if (name !== "" && !CONTAINER_NAME.test(name)) {
        read.problem("gc-container", `"${name}" is not a container's name; write the one that docker ps shows`);
    }
    if (name !== "" && script !== "") {
        read.problem("gc-command", "gc-container is given too; give one");
    }
    if (name === "" && minimum !== undefined) {
        read.problem("gc-min-bytes", "it needs gc-container: nobody else can be asked how much garbage there is; measure it in your script");
    }
    if (name !== "") {
        return {
            by: { kind: "container", name, ...(minimum === undefined ? {} : { minimum }) },
            timeout,
        };
    }
    return script === "" ? undefined : { by: { kind: "command", script }, timeout };
}

;// CONCATENATED MODULE: ./lazy/settings/read/deletion.js

/** Reads what every command that deletes takes; what is wrong is in the reader's problems. */
function readDeletion(read, images) {
    const collection = readCollectionSettings(read);
    const hosts = new Set(images.map(({ host }) => host));
    if (collection !== undefined && hosts.size > 1) {
        const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
        read.problem(setting, `it is for one registry, and there are images on ${[...hosts].join(", ")}; prune each by itself`);
    }
    const journal = read.text("journal");
    const timeLimit = read.duration("time-limit");
    return {
        dryRun: read.boolean("dry-run"),
        ...(collection === undefined ? {} : { collection }),
        ...(journal === "" ? {} : { journal }),
        ...(timeLimit === undefined ? {} : { timeLimit }),
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/apply.js



/** Reads the settings of `apply`; what is wrong is in the reader's problems. */
function readApply(read) {
    const { images, globs } = readOptionalImages(read, "the plan");
    const places = [...images, ...globs];
    const plan = read.text("plan");
    if (plan === "")
        read.problem("plan", "it is empty; name the file that a dry run saved (its output plan)");
    const sha256 = read.text("plan-sha256").toLowerCase();
    if (sha256 !== "" && !/^[0-9a-f]{64}$/.test(sha256)) {
        read.problem("plan-sha256", `"${sha256}" is not a SHA-256; write its 64 hex digits (the output plan-sha256)`);
    }
    return {
        command: "apply",
        plan,
        ...(sha256 === "" ? {} : { planSha256: sha256 }),
        images,
        globs,
        ...readDeletion(read, places),
        ...readConnection(read, places),
        allowEmpty: read.boolean("allow-empty"),
        untag: read.choice("untag", policy/* UNTAG_WAYS */.ZZ),
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/check.js

/** Reads the settings of `check`; what is wrong is in the reader's problems. */
function readCheck(read) {
    const registryConfig = read.text("registry-config");
    const s3Policy = read.text("s3-policy");
    const hasFiles = registryConfig !== "" || s3Policy !== "";
    const none = { images: [], globs: [] };
    const { images, globs } = hasFiles && read.text("image") === "" ? none : readImages(read);
    refuseGlobs(read, globs, "check is of one repository");
    const [image] = images;
    refuseSeveral(read, images, "check is of one; name one");
    return {
        command: "check",
        ...readConnection(read, images),
        ...(image === undefined ? {} : { image }),
        ...(registryConfig === "" ? {} : { registryConfig }),
        ...(s3Policy === "" ? {} : { s3Policy }),
    };
}

// EXTERNAL MODULE: ./lazy/core/policy/in-use.js
var in_use = __nccwpck_require__(4849);
// EXTERNAL MODULE: ./lazy/core/names/order.js
var order = __nccwpck_require__(1184);
// EXTERNAL MODULE: ./lazy/settings/table/policy-settings.js
var policy_settings = __nccwpck_require__(6710);
// EXTERNAL MODULE: ./lazy/settings/table/values.js + 2 modules
var values = __nccwpck_require__(3641);
;// CONCATENATED MODULE: ./lazy/settings/read/policy.js





/** Reads what stays, from the settings or from the policy file that they name; what is wrong is in the reader's problems. */
function readPolicies(read) {
    const allowEmpty = read.boolean("allow-empty");
    const untaggedOlderThan = read.duration("untagged-older-than");
    return {
        ...(read.text("policy") === "" ? readOwn(read, allowEmpty) : readFromFile(read, allowEmpty)),
        protect: readProtected(read),
        allowEmpty,
        orphans: read.choice("orphans", policy/* OR_WHAT */.dv),
        dangling: read.choice("dangling", policy/* OR_WHAT */.dv),
        untag: read.choice("untag", policy/* UNTAG_WAYS */.ZZ),
        ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
    };
}
const NOTHING_SAID = { rules: [], exclude: [] };
function readOwn(read, allowEmpty) {
    const maxSize = read.size("max-size");
    return {
        rules: [readRule(read, allowEmpty)],
        exclude: read.patterns("exclude"),
        ...(maxSize === undefined ? {} : { maxSize }),
    };
}
function readRule(read, allowEmpty) {
    const keep = read.count("keep");
    if (keep === 0 && !allowEmpty) {
        read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
    }
    const sort = read.choice("sort", order/* SORTS */.mX);
    const keys = read.value("group-by", (text) => (0,values/* parseGroupBy */.eh)(text.split(/[\s,]+/)));
    const youngerThan = read.value("keep-younger-than", (text) => (0,values/* parseDuration */.E9)(text));
    return {
        repositories: [],
        tags: read.patterns("include"),
        exclude: [],
        // What is wrong stops the run before it is used.
        keep: keep ?? Infinity,
        sort,
        groupBy: keys ?? (0,values/* defaultGroupBy */.A5)(sort),
        ...(youngerThan === undefined ? {} : { keepYoungerThan: youngerThan }),
    };
}
function readFromFile(read, allowEmpty) {
    for (const name of policy_settings/* SAID_BY_POLICY */.H) {
        if (!read.isGiven(name))
            continue;
        read.problem(name, "there is a policy file, which says that; write it there, or leave policy out");
    }
    const source = read.file("policy");
    if (source === undefined)
        return NOTHING_SAID;
    const file = source.read(source.text, { allowEmpty });
    if (file.kind === "read")
        return file.policy;
    for (const problem of file.problems)
        read.problem("policy", `${read.text("policy")}, ${problem}`);
    return NOTHING_SAID;
}
function readProtected(read) {
    const listed = read.list("protect", in_use/* parseProtected */.Ov, /[\r\n,]+/).flat();
    const printed = read.file("protect-from")?.text;
    const found = printed === undefined ? [] : (0,in_use/* scanProtected */.i$)(printed);
    if (printed !== undefined && !(0,in_use/* namesAnImage */.fr)(found)) {
        read.problem("protect-from", `${read.text("protect-from")} names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out`);
    }
    return [...listed, ...found];
}

;// CONCATENATED MODULE: ./lazy/settings/read/explain.js


/** Reads the settings of `explain`; what is wrong is in the reader's problems. */
function readExplain(read) {
    const { images, globs } = readImages(read);
    refuseGlobs(read, globs, "explain is of tags");
    const asked = images.flatMap((image) => (image.tag === undefined ? [] : [{ ...image, tag: image.tag }]));
    const untagged = images.find(({ tag }) => tag === undefined);
    if (untagged !== undefined) {
        const name = `${untagged.host}/${untagged.repository}`;
        read.problem("image", `${name} has no tag; name the tag to explain, such as ${name}:1.4.9`);
    }
    return {
        command: "explain",
        images: asked,
        policies: readPolicies(read),
        ...readConnection(read, [...images, ...globs]),
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/prune.js




/** Reads the settings of `prune`; what is wrong is in the reader's problems. */
function readPrune(read) {
    const { images, globs } = readImages(read);
    const places = [...images, ...globs];
    const plan = read.text("plan");
    const maxDeletions = read.value("max-deletions", parseMostDeletions);
    return {
        command: "prune",
        images,
        globs,
        ...readDeletion(read, places),
        ...readConnection(read, places),
        policies: readPolicies(read),
        ...(maxDeletions === undefined ? {} : { maxDeletions }),
        ...(plan === "" ? {} : { plan }),
    };
}
function parseMostDeletions(text) {
    if (/^\d{1,9}$/.test(text))
        return { kind: "count", count: Number(text) };
    const percent = Number(/^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1]);
    if (percent <= 100)
        return { kind: "share", percent };
    throw new errors/* PruneError */.Pc(`"${text}" is neither a whole number nor a percentage up to 100%; write 50, or 20%`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/reclaim.js



/** Reads the settings of `reclaim`; what is wrong is in the reader's problems. */
function readReclaim(read) {
    const registry = readRegistry(read);
    const sweep = readSweep(read);
    const collection = readCollectionSettings(read);
    if (sweep === undefined && collection === undefined) {
        read.problem("gc-container", "nothing says what to do; give gc-container, gc-command or storage");
    }
    checkRegistry(read, { registry, sweep, collection });
    return {
        command: "reclaim",
        ...readConnection(read, registry === undefined ? [] : [registry]),
        ...(registry === undefined ? {} : { registry }),
        ...(collection === undefined ? {} : { collection }),
        ...(sweep === undefined ? {} : { sweep }),
        dryRun: read.boolean("dry-run"),
    };
}
/** A registry must be named unless none runs. */
function checkRegistry(read, settings) {
    const { registry, sweep, collection } = settings;
    const isOffline = sweep?.offline === true;
    if (!isOffline && read.text("registry") === "") {
        read.problem("registry", "it is empty; name the registry whose disk is meant, such as registry.example.com:5000");
    }
    if (isOffline && (registry !== undefined || collection !== undefined)) {
        read.problem("offline", "it says that no registry runs, and a registry or a collection of a running one is named too; take one away");
    }
}
function readRegistry(read) {
    const text = read.text("registry");
    if (text === "")
        return undefined;
    const [, scheme, host = ""] = /^(?:(https?):\/\/)?([^/]+)\/?$/i.exec(text) ?? [];
    if (!(0,reference/* isHost */.jU)(host)) {
        read.problem("registry", `"${text}" is not a registry; write host[:port] alone, such as localhost:5000`);
        return undefined;
    }
    const spoken = scheme?.toLowerCase();
    return {
        host: host.toLowerCase(),
        ...(spoken === "http" || spoken === "https" ? { scheme: spoken } : {}),
    };
}
function readSweep(read) {
    const storage = read.text("storage");
    const offline = read.boolean("offline");
    const uploadsOlderThan = read.duration("uploads-older-than");
    const untaggedOlderThan = read.duration("untagged-older-than");
    if (storage === "") {
        if (offline || untaggedOlderThan !== undefined) {
            const setting = offline ? "offline" : "untagged-older-than";
            read.problem(setting, "it is about the registry's storage; name that in storage");
        }
        return undefined;
    }
    return {
        storage,
        offline,
        // What is wrong stops the run before it is used.
        uploadsOlderThan: uploadsOlderThan ?? Infinity,
        ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/restore.js



/** Reads the settings of `restore`; what is wrong is in the reader's problems. */
function readRestore(read) {
    const { images, globs } = readOptionalImages(read, "the journal");
    refuseGlobs(read, globs, "a restore is of one repository, or of all in the journal");
    const journal = read.text("journal");
    if (journal === "")
        read.problem("journal", "it is empty; name the journal of the run that deleted");
    const [image] = images;
    refuseSeveral(read, images, "a restore is of one, or of all in the journal");
    return {
        command: "restore",
        journal,
        wanted: read.list("tags", parseWanted, /[\r\n,]+/),
        ...(image === undefined ? {} : { image }),
        ...readConnection(read, images),
        dryRun: read.boolean("dry-run"),
    };
}
function parseWanted(text) {
    if ((0,reference/* isTag */.dz)(text) || (0,reference/* isDigest */.Bc)(text))
        return text;
    throw new errors/* PruneError */.Pc(`"${text}" is neither a tag nor a digest`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/try.js


/** Reads the settings of `try`; what is wrong is in the reader's problems. */
function readTry(read) {
    const { images, globs } = listImages(read);
    refuseGlobs(read, globs, "try is of one repository");
    const [image] = images;
    refuseSeveral(read, images, "try is of one; name one");
    const policies = readPolicies(read);
    if (image === undefined && policies.rules.some(({ repositories }) => repositories.length > 0)) {
        read.problem("image", "the policy has rules for certain repositories; name the one that the tags are of");
    }
    return { command: "try", images, policies };
}

// EXTERNAL MODULE: ./lazy/settings/table/settings.js + 3 modules
var settings = __nccwpck_require__(2014);
// EXTERNAL MODULE: ./lazy/core/base/words.js
var words = __nccwpck_require__(2404);
;// CONCATENATED MODULE: ./lazy/settings/read/setting-reader.js





/** Reads settings one by one, strictly, and gathers what is wrong instead of throwing at the first. */
class SettingReader {
    problems = [];
    #raw;
    #given;
    #files;
    /** @param otherwise what is so where a setting is not given, by the environment */
    constructor(raw, files = {}, otherwise = {}) {
        this.#given = raw;
        const given = Object.entries(raw).filter(([name, text]) => text.trim() !== "" || !(name in otherwise));
        this.#raw = { ...otherwise, ...Object.fromEntries(given) };
        this.#files = files;
    }
    /** Says what is wrong with a setting, each thing once. */
    problem(setting, message) {
        if (this.problems.some((known) => known.setting === setting && known.message === message))
            return;
        this.problems.push({ setting, message });
    }
    /** The trimmed text, or the default, or the empty text. A setting that has a default may not be empty. */
    text(name) {
        const setting = settings/* SETTINGS */.y.find((known) => known.name === name);
        const given = this.#raw[name]?.trim();
        if (given === "" && setting?.default !== undefined) {
            this.problem(name, `it is empty; is the expression that it comes from right? The default is ${setting.default}`);
            return setting.default;
        }
        return given ?? setting?.default ?? "";
    }
    /** Whether the user gave something that is not the default, which can't be told from nothing. */
    isGiven(name) {
        const given = this.#given[name]?.trim() ?? "";
        const setting = settings/* SETTINGS */.y.find((known) => known.name === name);
        return given !== "" && given !== setting?.default;
    }
    /** The file that is named; `undefined` where none is, or it can't be read. */
    file(name) {
        const file = this.#files[name];
        if (file === undefined || !("problem" in file))
            return file;
        this.problem(name, file.problem);
        return undefined;
    }
    /** The text as it is: spaces at a password's ends belong to it. */
    secret(name) {
        return this.#raw[name] ?? "";
    }
    /** One of `choices`; the first where none was given or what was given is wrong. */
    choice(name, choices) {
        const text = this.text(name);
        const found = choices.find((choice) => choice === text);
        if (found === undefined && text !== "")
            this.problem(name, `"${text}" is not ${(0,words/* listed */.K)(choices, "or")}`);
        return found ?? choices[0];
    }
    boolean(name) {
        const text = this.text(name);
        // YAML 1.2's core schema, as the workflow's own booleans are written.
        if (["true", "True", "TRUE"].includes(text))
            return true;
        if (!["false", "False", "FALSE"].includes(text))
            this.problem(name, `"${text}" is not true or false`);
        return false;
    }
    /** A whole number in plain digits; `undefined` where what was given is none. */
    count(name) {
        const text = this.text(name);
        const number = Number(text);
        if (/^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number))
            return number;
        this.problem(name, `"${text}" is not a whole number; write digits alone, such as 10`);
        return undefined;
    }
    /** A number of bytes; `undefined` where none was given, or what was given is none. */
    size(name) {
        return this.value(name, values/* parseSize */.DB);
    }
    /** A time in milliseconds; `undefined` where none was given, or what was given is none. */
    duration(name) {
        return this.value(name, (text) => (0,values/* parseDuration */.E9)(text, "m"));
    }
    /** What `parse` makes of the text; `undefined` where none was given. What `parse` throws is a problem of this setting. */
    value(name, parse) {
        const text = this.text(name);
        return text === "" ? undefined : this.#parsed(name, () => parse(text))[0];
    }
    /** Patterns of tags, one a line. */
    patterns(name) {
        return this.list(name, this.#files.parsePattern ?? parseGlobAlone);
    }
    /** One value a line (and between `separator`s), each read by `parse`; what `parse` throws is a problem of this setting. */
    list(name, parse, separator = /\r?\n/) {
        const lines = this.text(name)
            .split(separator)
            .map((line) => line.trim())
            .filter((line) => line !== "");
        return lines.flatMap((line) => this.#parsed(name, () => parse(line)));
    }
    #parsed(name, parse) {
        try {
            return [parse()];
        }
        catch (error) {
            if (!(error instanceof errors/* PruneError */.Pc))
                throw error;
            this.problem(name, error.message);
            return [];
        }
    }
}
/** Where no pattern is a regular expression, what reads those is not loaded. */
function parseGlobAlone(text) {
    if (text.startsWith("/")) {
        throw new Error(`${text} is read before what reads regular expressions is loaded`);
    }
    return (0,glob/* parseTagGlob */.GJ)(text);
}

// EXTERNAL MODULE: ./lazy/settings/table/setting.js
var setting = __nccwpck_require__(1882);
;// CONCATENATED MODULE: ./lazy/settings/read/read-settings.js












/**
 * Reads the settings of the command that they name. An empty text is as good as none, save where that would be dangerous: `${{ inputs.typo }}` arrives empty.
 * @throws {BadInputError} with everything that is wrong
 */
function readSettings(raw, found = {}) {
    const read = new SettingReader(raw, found.files, found.otherwise);
    const command = read.choice("command", setting/* COMMANDS */.L);
    const settings = READERS[command](read);
    const problems = [...(found.problems ?? []), ...strangers(raw, command), ...read.problems];
    if (problems.length > 0)
        throw new errors/* BadInputError */.Ys(problems);
    return settings;
}
/** Reads the settings of a prune. @throws {BadInputError} with everything that is wrong, another command included */
function readPruneSettings(raw, found = {}) {
    const settings = readSettings(raw, found);
    if (settings.command === "prune")
        return settings;
    throw new BadInputError([{ setting: "command", message: `"${settings.command}" is not prune` }]);
}
const READERS = {
    prune: readPrune,
    apply: readApply,
    restore: readRestore,
    reclaim: readReclaim,
    check: readCheck,
    explain: readExplain,
    try: readTry,
};
/** What to say of a setting that does not exist. `known` are the names that do. */
function unknownSetting(name, known) {
    return { setting: name, message: `there is no such setting; did you mean ${(0,words/* nearest */.p)(name, known)}?` };
}
/** Settings that were given and belong to other commands: whoever wrote them believes that they do something. */
function strangers(raw, command) {
    const known = settings/* SETTINGS */.y;
    return settings/* SETTINGS */.y.flatMap(({ name }) => {
        const setting = known.find((other) => other.name === name);
        const given = raw[name]?.trim() ?? "";
        const isGiven = given !== "" && given !== setting?.default;
        if (!isGiven || setting?.commands.includes(command) !== false)
            return [];
        const takers = `${(0,words/* listed */.K)(setting.commands, "and")} ${setting.commands.length === 1 ? "does" : "do"}`;
        return [{ setting: name, message: `${command} does not take it; ${takers}` }];
    });
}


/***/ }),

/***/ 5652:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readSettingFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);

/**
 * Reads the files that settings name, and loads what reads settings of theirs: lazily, for most runs have no YAML and no regular expression. Never throws:
 * what can't be read is said with the rest of what is wrong.
 */
async function readSettingFiles(raw) {
    const [policy, inUse] = await Promise.all([readNamed(raw.policy), readNamed(raw["protect-from"])]);
    const hasExpression = [raw.include, raw.exclude].some((text = "") => /^\s*\//m.test(text));
    return {
        ...(policy === undefined ? {} : { policy: await withReader(policy) }),
        ...(inUse === undefined ? {} : { "protect-from": inUse }),
        ...(hasExpression ? { parsePattern: (await Promise.all(/* import() */[__nccwpck_require__.e(980), __nccwpck_require__.e(334)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4334))).parsePattern } : {}),
    };
}
async function withReader(policy) {
    if ("problem" in policy)
        return policy;
    const { readPolicyFile: read } = await Promise.all(/* import() */[__nccwpck_require__.e(483), __nccwpck_require__.e(458), __nccwpck_require__.e(980), __nccwpck_require__.e(628)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4628));
    return { ...policy, read };
}
async function readNamed(name = "") {
    const path = name.trim();
    if (path === "")
        return undefined;
    try {
        return { text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8") };
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
        return { problem: `${path} can't be read (${code}); is the repository checked out, and the path right?` };
    }
}


/***/ }),

/***/ 6710:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ SAID_BY_POLICY),
/* harmony export */   z: () => (/* binding */ POLICY_SETTINGS)
/* harmony export */ });
/* harmony import */ var _core_names_group_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1404);
/* harmony import */ var _core_names_order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1184);


/** The commands that decide by a policy. */
const DECIDING = ["prune", "explain", "try"];
/** The settings that say what stays: a part of the one table. */
const POLICY_SETTINGS = [
    {
        name: "keep",
        type: "count",
        default: "10",
        commands: DECIDING,
        help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
    },
    {
        name: "sort",
        type: "choice",
        choices: _core_names_order_js__WEBPACK_IMPORTED_MODULE_1__/* .SORTS */ .mX,
        default: "semver",
        commands: DECIDING,
        help: "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
            "(alpha.74), the newest by version kept as well; a release is never deleted. `natural`: all tags but `latest`, runs of digits as numbers. " +
            "`created`: all tags but `latest`, by the date in the image's configuration. Tags that an order has no place for stay.",
    },
    {
        name: "group-by",
        type: "list",
        otherwise: "by sort: channel; none for natural and created",
        commands: DECIDING,
        help: `What is counted apart, any of ${_core_names_group_js__WEBPACK_IMPORTED_MODULE_0__/* .GROUP_KEYS */ .l4.map((key) => `\`${key}\``).join(", ")}, commas between them. \`channel\`: releases, alphas, betas, rcs, flavours and so on ` +
            "each keep their newest. `minor`: the same major.minor; `patch`: the same major.minor.patch. `none`: all candidates are one group.",
    },
    {
        name: "keep-younger-than",
        type: "text",
        otherwise: "no age keeps",
        commands: DECIDING,
        help: "Images that were created less than so long ago stay, such as `36h`, `7d` or `2 weeks`. Dates are read of those images alone that would else go; " +
            "an image without a date stays.",
    },
    {
        name: "max-size",
        type: "size",
        otherwise: "no budget",
        commands: DECIDING,
        help: "How much each repository may take, such as `20GB` or `512 MiB` (units are powers of 1024), layers that images share counted once. " +
            "Of what only `keep` keeps, images go from the lowest rank up until the rest fits; never a group's newest.",
    },
    {
        name: "include",
        type: "list",
        otherwise: "all",
        commands: DECIDING,
        help: "Patterns of tags, one a line, such as `*-alpha.*`: only tags that match one can be deleted. Quote them in YAML. " +
            "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.",
    },
    {
        name: "exclude",
        type: "list",
        otherwise: "none",
        commands: DECIDING,
        help: "Patterns of tags, one a line: tags that match one are never deleted, and take none of the places.",
    },
    {
        name: "protect",
        type: "list",
        otherwise: "nothing",
        commands: DECIDING,
        help: "What is in use, one a line (commas too): `repository:tag`, `repository@digest` or a digest alone, with a host or without. " +
            "It stays, with all that it contains.",
    },
    {
        name: "protect-from",
        type: "text",
        otherwise: "nothing",
        commands: DECIDING,
        help: "A file that names what is in use, as `kubectl get pods -o json`, `docker ps --no-trunc` or a plain list does: each reference, digest and image id in it stays. " +
            "A file that names no image fails the run, for the command that wrote it may have failed.",
    },
    {
        name: "policy",
        type: "text",
        otherwise: "the settings are the policy",
        commands: DECIDING,
        help: "Path of a policy file, with rules for several kinds of tags or repositories. What it can say is not said beside it: `keep`, `sort`, `group-by`, " +
            "`keep-younger-than`, `max-size`, `include` and `exclude`.",
    },
    {
        name: "untagged-older-than",
        type: "duration",
        otherwise: "never",
        commands: ["prune", "explain", "reclaim"],
        help: "Images that no tag reaches, through indexes, subjects and referrers, for longer than this go too, such as `7d`: what a re-pushed `main` leaves behind. " +
            "A prune sees them on GitHub's registry, which lists them; a registry of your own does not, so there `reclaim` takes them from its `storage`. " +
            "Whoever pulls by digest alone needs a tag for it first, or `protect`.",
    },
    {
        name: "max-deletions",
        type: "text",
        otherwise: "no limit",
        commands: ["prune"],
        help: "The most tags (and images without a tag) that may go from a repository, as a number or a percentage of them, such as `50` or `20%`. " +
            "Where more would, nothing is deleted there, and the run fails.",
    },
];
/** What a policy file says, and is not to be said beside one. */
const SAID_BY_POLICY = [
    "keep",
    "sort",
    "group-by",
    "keep-younger-than",
    "max-size",
    "include",
    "exclude",
];


/***/ }),

/***/ 1882:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS)
/* harmony export */ });
const COMMANDS = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
    "try",
];


/***/ }),

/***/ 2014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ SETTINGS)
});

;// CONCATENATED MODULE: ./lazy/settings/table/disk-settings.js
/** The settings that are about the registry's disk and its configuration, a part of the one table. */
const DISK_SETTINGS = [
    {
        name: "gc-container",
        type: "text",
        otherwise: "none",
        commands: ["prune", "apply", "reclaim"],
        help: "Name of the registry's container. After a prune that deleted something (and by `reclaim`), it is stopped, its garbage collected in a container " +
            "beside it, and it is started again in every case. `docker` or `podman` must be on the PATH; `DOCKER_HOST` is honoured.",
    },
    {
        name: "gc-command",
        type: "text",
        otherwise: "none",
        commands: ["prune", "apply", "reclaim"],
        help: "Instead of `gc-container`, for every other registry: a script, run by `bash -euo pipefail`, that stops the registry or makes it read-only, " +
            "collects its garbage, and starts it again.",
    },
    {
        name: "gc-min-bytes",
        type: "size",
        otherwise: "any",
        commands: ["prune", "apply", "reclaim"],
        help: "With `gc-container`: collect only where there is at least this much garbage, such as `1GB` or `500MB` (powers of 1024). " +
            "All of the registry's garbage counts, so that small deletions add up.",
    },
    {
        name: "gc-timeout",
        type: "duration",
        default: "1h",
        commands: ["prune", "apply", "reclaim"],
        help: "How long a collection may take, such as `30m` or `2h`. One that takes longer is ended, and the registry started again; " +
            "what is not collected then is collected the next time.",
    },
    {
        name: "storage",
        type: "text",
        otherwise: "none",
        commands: ["reclaim"],
        help: "Where the registry has its files: a path (its `rootdirectory`, such as `/var/lib/registry`) or `s3://bucket/prefix`, with endpoint, region and " +
            "credentials as the AWS SDK reads them. What garbage collection leaves is removed there: empty repositories, layer links that nothing names, " +
            "abandoned uploads, and tags that a full disk left without an image.",
    },
    {
        name: "offline",
        type: "boolean",
        default: "false",
        commands: ["reclaim"],
        help: "`true`: your own word that no registry runs on `storage`. Then `registry` is not needed, and not asked.",
    },
    {
        name: "uploads-older-than",
        type: "duration",
        default: "24h",
        commands: ["reclaim"],
        help: "With `storage`: uploads that were begun longer ago than this are abandoned, and are removed.",
    },
    {
        name: "registry-config",
        type: "text",
        otherwise: "none",
        commands: ["check"],
        help: "Path of the registry's `config.yml`, or of a compose file with its environment, to be checked too.",
    },
    {
        name: "s3-policy",
        type: "text",
        otherwise: "none",
        commands: ["check"],
        help: "Path of the IAM policy (JSON) that the registry uses its bucket with, to be checked too; a corrected one is printed.",
    },
];

;// CONCATENATED MODULE: ./lazy/settings/table/github-settings.js
/** The commands that may talk to a GitHub. */
const COMMANDS = ["prune", "apply", "restore", "check", "explain"];
/** The settings that are about images on GitHub's container registry: a part of the one table. */
const GITHUB_SETTINGS = [
    {
        name: "github-token",
        type: "text",
        inAction: "${{ github.token }}",
        otherwise: "`github.token` in the action; else `GITHUB_TOKEN`, then Docker's configuration",
        commands: COMMANDS,
        help: "Token for images on `ghcr.io` (or the registry of a GitHub Enterprise). It goes to that registry and to GitHub's API alone, and only where `image` names one there. " +
            "`github.token` needs `permissions: packages: write`; a personal access token is a classic one with `read:packages` and `delete:packages`. `password` comes before it.",
    },
    {
        name: "github-api-url",
        type: "text",
        otherwise: "`GITHUB_API_URL`, else https://api.github.com",
        commands: COMMANDS,
        help: "Address of the API of a GitHub Enterprise, such as `https://github.example.com/api/v3`.",
    },
    {
        name: "github-registry",
        type: "text",
        otherwise: "by `github-api-url`: `ghcr.io`, or `containers.` and the Enterprise's host",
        commands: COMMANDS,
        help: "Host of the container registry that belongs to `github-api-url`.",
    },
];

// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy = __nccwpck_require__(1774);
;// CONCATENATED MODULE: ./lazy/settings/table/plan-settings.js
/** The settings that are about plans that are carried out later, and about undoing: a part of the one table. */
const PLAN_SETTINGS = [
    {
        name: "plan",
        type: "text",
        otherwise: "required for `apply`",
        commands: ["prune", "apply"],
        help: "With `apply`: path of the plan to carry out, as a prune saved it (its output `plan`). " +
            "With `prune` on a command line: the file to save the plan to, a verdict with its reason for every tag; the action always saves it.",
    },
    {
        name: "plan-sha256",
        type: "text",
        otherwise: "not checked",
        commands: ["apply"],
        help: "SHA-256 of the plan file, as the prune's output `plan-sha256` has it. A file that hashes to another is refused: " +
            "a plan can be changed where it lies, an output of a job can't.",
    },
    {
        name: "journal",
        type: "text",
        otherwise: "a new file; required for `restore`",
        commands: ["prune", "apply", "restore"],
        help: "The file in which the exact bytes of every manifest are written down before it is deleted. With `restore`: what to put back from. " +
            "With `prune`: a file that is there already is gone on with, so that a run which was killed is finished, untagged manifests included, which no registry lists.",
    },
    {
        name: "time-limit",
        type: "duration",
        otherwise: "none",
        commands: ["prune", "apply"],
        help: "How long a run may go on before it begins no more deletions, such as `10m`, counted from its start. It ends well, between two deletions: the oldest images are gone, " +
            "what is left is checked, the rest goes in the next run, and the step is green. A deletion under way is waited for, and so is garbage collection.",
    },
    {
        name: "tags",
        type: "list",
        otherwise: "all of the journal",
        commands: ["restore"],
        help: "Tags (or digests) to put back, one a line, commas too. Each comes with all that it contains and with its signatures.",
    },
];

// EXTERNAL MODULE: ./lazy/settings/table/policy-settings.js
var policy_settings = __nccwpck_require__(6710);
// EXTERNAL MODULE: ./lazy/settings/table/setting.js
var setting = __nccwpck_require__(1882);
;// CONCATENATED MODULE: ./lazy/settings/table/settings.js






/** The commands that talk to a registry. */
const CONNECTED = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
];
/** Every setting, in the order in which a newcomer needs them. */
const SETTINGS = [
    {
        name: "command",
        type: "choice",
        choices: setting/* COMMANDS */.L,
        default: "prune",
        commands: setting/* COMMANDS */.L,
        help: "What to do. `prune` deletes all but the newest tags of the repositories that `image` names. `apply` carries out a plan that a dry run saved. " +
            "`restore` puts back what was deleted, until the next garbage collection. `reclaim` gets the disk its space back: " +
            "garbage collection, and what it leaves behind. `check` says whether the registry of `image` is ready. " +
            "`explain` says of the tags that `image` names why each would stay or go. `try` (on a command line alone) tries a policy on names from standard input.",
    },
    {
        name: "image",
        type: "list",
        otherwise: "required for `prune`, `check` and `explain`",
        commands: ["prune", "apply", "restore", "check", "explain", "try"],
        help: "Image references, one a line (commas too): `[http://|https://]host[:port]/repository[:tag][@digest]`. Their repositories are pruned; " +
            "a tag or digest named here is what was just pushed and is always kept, even where it sorts lowest. " +
            "The output `tags` of docker/metadata-action works as it is; several references to one repository are one run. " +
            "A repository may be a pattern: `host/team/*`, or `host/**` for all of the registry's catalog, each pruned by itself. " +
            "With `apply` and `restore`: the only repositories that the plan, or the journal, may be for; required there with a password.",
    },
    {
        name: "registry",
        type: "text",
        otherwise: "required for `reclaim`",
        commands: ["reclaim"],
        help: "The registry whose disk is meant, as `[http://|https://]host[:port]`. It must be down, or read-only, before anything is taken from its storage, " +
            "and it must answer afterwards.",
    },
    {
        name: "username",
        type: "text",
        otherwise: "Docker's configuration",
        commands: CONNECTED,
        help: "User name for the registry. Without it and `password`, those of `~/.docker/config.json` are used (what docker/login-action writes; " +
            "`DOCKER_CONFIG` is honoured), else none. With images on several hosts it is bad input.",
    },
    {
        name: "password",
        type: "text",
        otherwise: "Docker's configuration",
        commands: CONNECTED,
        help: "Password or access token that goes with `username`. It is masked in the log, and sent to the registry and its token server alone.",
    },
    {
        name: "plain-http",
        type: "list",
        otherwise: "none",
        commands: CONNECTED,
        help: "Hosts, with their ports, that speak plain HTTP, one a line, such as `192.168.1.121:5000` (Docker's `insecure-registries`). " +
            "Loopback hosts do anyway.",
    },
    ...GITHUB_SETTINGS,
    ...policy_settings/* POLICY_SETTINGS */.z,
    {
        name: "dry-run",
        type: "boolean",
        default: "false",
        commands: ["prune", "apply", "restore", "reclaim"],
        help: "`true`: decide and report, and change nothing. A prune sends only GET and HEAD, and asks for no right but to pull; " +
            "`apply` says what of the plan still stands, `restore` what can still be put back; `reclaim` stops nothing, and lists what it would remove.",
    },
    {
        name: "allow-empty",
        type: "boolean",
        default: "false",
        commands: ["prune", "apply", "explain", "try"],
        help: "`true`: a repository may end without a tag.",
    },
    {
        name: "orphans",
        type: "choice",
        choices: policy/* OR_WHAT */.dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What becomes of signatures and attachments (`sha256-….sig`, `.att`, `.sbom` and the like) whose image is gone. `delete` deletes them. " +
            "Those of an image that goes always go with it, and those of one that stays always stay.",
    },
    {
        name: "dangling",
        type: "choice",
        choices: policy/* OR_WHAT */.dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What becomes of tags that are listed and do not resolve, as a full disk leaves them. `delete` takes them off the list, " +
            "where the registry can delete a tag by itself, or `untag` says how else. They never take one of the places.",
    },
    {
        name: "untag",
        type: "choice",
        choices: policy/* UNTAG_WAYS */.ZZ,
        default: "auto",
        commands: ["prune", "apply", "explain"],
        help: "How a tag is deleted whose image another, kept tag names. `auto`: by the registry's own way, which Distribution 3 has and 2.8 has not; there the tag stays. " +
            "Where many images go, such a registry also loses their tags first and then the images, which is many times as fast. " +
            "`never`: only images are deleted, by their digests, so that a tag which somebody pushes anew in that moment can't be lost with them. " +
            "`overwrite`: where there is none, by pointing the tag at an empty index and deleting that. It writes to the registry, so it needs the right to push, and room on its disk.",
    },
    ...PLAN_SETTINGS,
    ...DISK_SETTINGS,
    {
        name: "concurrency",
        type: "text",
        default: "auto",
        commands: CONNECTED,
        help: "Most requests at once to one host, from 1 to 64; `auto` is 64. How many it really is finds itself: 8 at first, more while that gets more done, " +
            "fewer where fewer get as much done or the registry gets slow, and half as many when it answers 429 or 503, or breaks a connection.",
    },
];


/***/ }),

/***/ 3641:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ft: () => (/* binding */ DURATION),
  SK: () => (/* binding */ SIZE),
  A5: () => (/* binding */ defaultGroupBy),
  E9: () => (/* binding */ parseDuration),
  eh: () => (/* binding */ parseGroupBy),
  DB: () => (/* binding */ parseSize)
});

// EXTERNAL MODULE: ../../node_modules/bytes/index.js
var bytes = __nccwpck_require__(5559);
;// CONCATENATED MODULE: ../../node_modules/parse-duration/locale/en.js
const unit = Object.create(null)
const m = 60000, h = m * 60, d = h * 24, y = d * 365.25

unit.year = unit.yr = unit.y = y
unit.month = unit.mo = unit.mth = y / 12
unit.week = unit.wk = unit.w = d * 7
unit.day = unit.d = d
unit.hour = unit.hr = unit.h = h
unit.minute = unit.min = unit.m = m
unit.second = unit.sec = unit.s = 1000
unit.millisecond = unit.millisec = unit.ms = 1
unit.microsecond = unit.microsec =  unit.us = unit.µs = 1e-3
unit.nanosecond = unit.nanosec = unit.ns = 1e-6

unit.group = ','
unit.decimal = '.'
unit.placeholder = ' _'

/* harmony default export */ const en = (unit);

;// CONCATENATED MODULE: ../../node_modules/parse-duration/index.js


const durationRE = /((?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)\s*([\p{L}]{0,14})/gu

parse.unit = en

// group/placeholder cleanup regex — rebuilt only when the locale strings change
let groupRE, placeholder = null, group

/**
 * look up a unit name, ignoring case and a trailing plural `s`
 *
 * @param {object} unit
 * @param {string} name
 * @return {number|undefined}
 */
const lookupUnit = (unit, name) => {
  name = String(name).toLowerCase()
  return unit[name] ?? (name.endsWith('s') ? unit[name.slice(0, -1)] : undefined)
}

/**
 * convert `str` to ms
 *
 * @param {string} str
 * @param {string} format
 * @return {number|null}
 */
function parse(str = '', format = 'ms') {
  let result = null, prevUnits, unit = parse.unit

  if (unit.placeholder !== placeholder || unit.group !== group)
    groupRE = new RegExp(`(\\d)[${(placeholder = unit.placeholder) ?? ''}${(group = unit.group) ?? ''}](\\d)`, 'g')

  str = String(str)
  let s = str.replace(groupRE, '$1$2') // clean up group separators / placeholders
  if (unit.decimal !== '.') s = s.replaceAll(unit.decimal, '.') // normalize decimal separator

  durationRE.lastIndex = 0
  for (let m; (m = durationRE.exec(s));) {
    let units = m[2]
    // if no units, find next smallest units or fall back to format value
    // eg. 1h30 -> 1h30m
    if (!units) {
      if (prevUnits) {
        for (const u in unit) if (unit[u] < prevUnits) { units = u; break }
      }
      else units = format
    }

    prevUnits = units = lookupUnit(unit, units)

    if (typeof units == 'number') result = (result || 0) + m[1] * units
  }

  return result && ((result / (lookupUnit(unit, format) || 1)) * (str.trimStart()[0] === '-' ? -1 : 1))
}

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __nccwpck_require__(6846);
// EXTERNAL MODULE: ./lazy/core/names/group.js
var names_group = __nccwpck_require__(1404);
;// CONCATENATED MODULE: ./lazy/settings/table/values.js




const UNITS = "s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?";
/** How a size and a time are written, as regular expressions. */
const SIZE = String.raw `^\d+(?:\.\d+)? ?(?:[KMGTPkmgtp][Ii]?)?[Bb]$`;
const DURATION = durationOf(UNITS);
function durationOf(units) {
    return String.raw `^(?:\d+(?:\.\d+)? ?(?:${units})(?:,? (?:and )?|$|(?=\d)))+$`;
}
/** Reads a number of bytes with its unit, units being powers of 1024 (`GB` and `GiB` alike). @throws {PruneError} where it is none */
function parseSize(text) {
    // The library reads "1GiB" as one byte.
    const size = new RegExp(SIZE).test(text) ? bytes.parse(text.replace(/ib$/i, "B")) : null;
    if (size !== null)
        return size;
    throw wrong(text, "is not a size; write a number and its unit, such as 500MB or 1GB");
}
/**
 * Reads a time with its unit, in milliseconds: `36h`, `7d`, `2 weeks`, `1 year 6 months` (a month is 30.4 days, a year 365.25).
 * @param minutes whether a bare `m` may mean minutes, where nobody would mean months by it
 * @throws {PruneError} where it is none, or could be two things
 */
function parseDuration(text, minutes = "min") {
    if (minutes === "min" && /\d ?m\b/.test(text)) {
        throw wrong(text, "could be minutes or months; write min or months");
    }
    // The library takes a bare number for milliseconds.
    const isWritten = new RegExp(minutes === "m" ? durationOf(`m|${UNITS}`) : DURATION).test(text);
    const duration = isWritten ? parse(text.replace(/,|\band\b/g, " ")) : null;
    if (duration !== null && duration > 0 && Number.isFinite(duration))
        return duration;
    throw wrong(text, `is not a time; write a number and its unit, such as 30${minutes}, 24h or 7d`);
}
/** Reads what is counted apart: any of `channel`, `major`, `minor`, `patch`, or `none` alone, which is none of them. @throws {PruneError} with what is wrong */
function parseGroupBy(words) {
    const keys = words.filter((word) => word !== "none");
    const unknown = keys.find((word) => !names_group/* GROUP_KEYS */.l4.some((key) => key === word));
    if (unknown !== undefined) {
        throw wrong(unknown, "is not channel, major, minor, patch or none");
    }
    if (keys.length > 0 && keys.length < words.length) {
        throw wrong(words.join(", "), "has none and something else; write none alone, or leave it out");
    }
    return names_group/* GROUP_KEYS */.l4.filter((key) => keys.includes(key));
}
/** What is counted apart where nobody says it: the design's table of orders. */
function defaultGroupBy(sort) {
    return sort === "semver" || sort === "prerelease" ? ["channel"] : [];
}
function wrong(text, why) {
    return new errors/* PruneError */.Pc(`"${text}" ${why}`, "Correct it.");
}


/***/ }),

/***/ 6537:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   fetch: () => (/* binding */ fetch)
/* harmony export */ });
// Stands for undici in the bundle (build.mjs), where it would be a third of what each run reads at its start. @actions/http-client and @actions/github
// import it for requests of fetch through a proxy; here every request goes out by registry/http.ts, whose proxies are http-client's tunnels.

/** Made by @actions/github as it is loaded, wherever there is a proxy, and never used. */
function ProxyAgent() {
  return Object.freeze({});
}

/** Never called: registry/github-api.ts gives Octokit another. */
function fetch() {
  throw new Error("there is no undici in this bundle; requests go out by registry/http.ts");
}


/***/ }),

/***/ 2794:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  LZ: () => (/* binding */ saveState),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, error, exportVariable, getBooleanInput, getIDToken, getMultilineInput, getState, group, markdownSummary, notice, platform, setCommandEcho, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
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
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
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
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




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
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ../../node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(66);
;// CONCATENATED MODULE: ../../node_modules/@actions/http-client/lib/auth.js
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
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
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
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/oidc-utils.js
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
                // New ID Token is requested from action service
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
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/summary.js
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
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
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
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
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
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/platform.js
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
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
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
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
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
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
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
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
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
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 66:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ../../node_modules/@actions/http-client/lib/proxy.js
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
    // Determine the request port
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
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
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
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ../../node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(5070);
// EXTERNAL MODULE: ./undici.mjs
var undici = __nccwpck_require__(6537);
;// CONCATENATED MODULE: ../../node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
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
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
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
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
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
class HttpClient {
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
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
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
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
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
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
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
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
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
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
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
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
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
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
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
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
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
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
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
        // gives handlers an opportunity to participate
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
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
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
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
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
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
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
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
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
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
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
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new undici.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
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
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
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
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
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
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
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
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 9357:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ }),

/***/ 8630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ../../node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ../../node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ }),

/***/ 1773:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ pMap)
/* harmony export */ });
/* unused harmony exports pMapSettled, pMapKeyed, pMapSettledKeyed, pMapIterable, pMapSkip, pMapStop */
function pMap(iterable, mapper, options) {
	return mapConcurrently(iterable, mapper, options, false);
}

function pMapSettled(iterable, mapper, options) {
	return mapConcurrently(iterable, mapper, options, true);
}

function pMapKeyed(input, mapper, options) {
	return mapKeyed(input, mapper, options, false);
}

function pMapSettledKeyed(input, mapper, options) {
	return mapKeyed(input, mapper, options, true);
}

// Like `Promise.allKeyed` and `Promise.allSettledKeyed`, with a mapper, and for a `Map` too. Each value travels with its key, so a skipped key, which leaves no slot in the result, cannot shift the keys after it.
async function mapKeyed(input, mapper, options, isSettled) {
	const entries = getKeyedEntries(input);

	// After the values have their handlers, like the other argument errors, which `mapConcurrently` checks. It cannot check this one, as it gets the wrapper below as its mapper.
	if (typeof mapper !== 'function') {
		throw new TypeError('Mapper function is required');
	}

	const mappedEntries = await mapConcurrently(entries, async ([key, inputResult]) => {
		try {
			if (inputResult.status === 'rejected') {
				throw inputResult.reason;
			}

			const result = await mapper(inputResult.value, key);

			if (result === pMapSkip || result === pMapStop) {
				return result;
			}

			return [key, isSettled ? {status: 'fulfilled', value: result} : result];
		} catch (error) {
			if (!isSettled) {
				throw error;
			}

			return [key, {status: 'rejected', reason: error}];
		}
	}, options, false);

	if (input instanceof Map) {
		return new Map(mappedEntries);
	}

	// A null prototype, like `Promise.allKeyed`, so a key like `__proto__` or `toString` is an own property like any other.
	return Object.setPrototypeOf(Object.fromEntries(mappedEntries), null);
}

// The engine behind all the functions, except `pMapIterable`. With `isSettled`, an element or a mapper that rejects gives a `{status: 'rejected'}` result instead of an error, like `Promise.allSettled`, so `stopOnError` does not apply.
async function mapConcurrently(
	iterable,
	mapper,
	{
		concurrency = Number.POSITIVE_INFINITY,
		stopOnError = true,
		signal,
	} = {},
	isSettled,
) {
	return new Promise((resolve_, reject_) => {
		validateOptions(iterable, mapper, concurrency);

		const result = [];
		// Stage the errors by index, like `result`, so they are reported in input order.
		const errors = [];
		let skippedCount = 0;
		let isResolved = false;
		let isIterableDone = false;
		const pendingIndexes = new Set();
		let doneIndex = Number.POSITIVE_INFINITY;
		let currentIndex = 0;
		const iterator = getIterator(iterable);

		const signalListener = () => {
			reject(signal.reason);
		};

		const cleanup = () => {
			signal?.removeEventListener('abort', signalListener);
		};

		const resolve = value => {
			resolve_(value);
			cleanup();
		};

		const reject = reason => {
			if (isResolved) {
				return;
			}

			isResolved = true;
			reject_(reason);
			cleanup();

			if (!isIterableDone) {
				closeIterator(iterator);
			}
		};

		if (signal) {
			if (signal.aborted) {
				reject(signal.reason);
				return;
			}

			signal.addEventListener('abort', signalListener, {once: true});
		}

		const pull = createPuller(iterator);

		// Settle only once the source is done, or a mapper stopped, and every earlier pull and mapper has finished. A pull before the `done` or the stop can still produce an element, while pulls after it do not affect the result.
		const settleIfFinished = () => {
			if (isResolved || doneIndex === Number.POSITIVE_INFINITY) {
				return;
			}

			for (const index of pendingIndexes) {
				if (index < doneIndex) {
					return;
				}
			}

			if (!stopOnError) {
				const collectedErrors = [];

				for (let index = 0; index < Math.min(doneIndex, errors.length); index++) {
					if (index in errors) {
						collectedErrors.push(errors[index]);
					}
				}

				if (collectedErrors.length > 0) {
					reject(new AggregateError(collectedErrors)); // eslint-disable-line unicorn/error-message
					return;
				}
			}

			isResolved = true;

			// A stop ended the result before the source did, so close it, like `for await` does on a `break`. Not at the stop itself, as a source that settles its `next()` calls out of call order may still owe an earlier element, and closing could drop it.
			if (!isIterableDone) {
				closeIterator(iterator);
			}

			// `done` is final, like `for await`, so a `done` that lands between two elements ends
			// the result there and everything the source produced past it is dropped. A stop cuts it the same way.
			const lastIndex = Math.min(doneIndex, result.length);

			// Every index below `lastIndex` has a value: an index only goes unassigned when its pull reported `done` or its mapper returned `pMapStop`, and the lowest such index is `doneIndex`. So the array is dense below `lastIndex`, and the fast path can hand it over untouched.
			if (lastIndex === result.length && skippedCount === 0) {
				resolve(result);
				return;
			}

			// Otherwise this drops the skipped results and whatever the `done` or the stop cut off.
			resolve(result.slice(0, lastIndex).filter(value => value !== pMapSkip));
		};

		const next = async () => {
			// After a `done` or a stop, a pull would take an item nobody is going to map, which a one-shot source, like a queue, would lose.
			if (isResolved || currentIndex >= doneIndex) {
				return;
			}

			// Take the index when the pull starts, not when it resolves, so a source that settles
			// its `next()` calls out of call order still gets the right position.
			const index = currentIndex++;
			pendingIndexes.add(index);

			let nextItem;
			try {
				nextItem = await pull();
			} catch (error) {
				pendingIndexes.delete(index);

				if (index < doneIndex) {
					throw error;
				}

				settleIfFinished();
				return;
			}

			if (nextItem.done) {
				pendingIndexes.delete(index);
				doneIndex = Math.min(doneIndex, index);
				isIterableDone = true;
				settleIfFinished();
				return;
			}

			// Intentionally detached
			const runner = (async () => {
				try {
					const element = await nextItem.value;

					if (isResolved || index >= doneIndex) {
						return;
					}

					const value = await mapper(element, index);

					// Ignore an item produced after an earlier pull reported `done` or an earlier mapper returned `pMapStop`.
					if (index >= doneIndex) {
						return;
					}

					// A stop ends the result here, like a `done` from the source, so settling waits only for the earlier elements.
					if (value === pMapStop) {
						doneIndex = index;
						return;
					}

					if (value === pMapSkip) {
						skippedCount++;
					}

					result[index] = isSettled && value !== pMapSkip ? {status: 'fulfilled', value} : value;
				} catch (error) {
					if (index >= doneIndex) {
						return;
					}

					if (isSettled) {
						result[index] = {status: 'rejected', reason: error};
					} else if (stopOnError) {
						reject(error);
						return;
					} else {
						errors[index] = error;
					}
				} finally {
					pendingIndexes.delete(index);
					settleIfFinished();
				}

				// If the iterable throws we can't really continue regardless of `stopOnError` state
				// since an iterable is likely to continue throwing after it throws once.
				// If we continue calling `next()` indefinitely we will likely end up
				// in an infinite loop of failed iteration.
				try {
					await next();
				} catch (error) {
					reject(error);
				}
			})();

			// Link the runner to the returned promise, so the async stack trace of a mapper error reaches the caller. Nothing awaits the runner, so the trace would stop there, but V8 follows a reaction that resolves another promise. The link never settles, so it never resolves the returned promise. It is a new promise for each runner, as a shared one would keep a reaction for every element.
			runner.then(() => new Promise(() => {})).then(resolve_);
		};

		// Create the concurrent runners in a detached (non-awaited)
		// promise. We need this so we can await the `next()` calls
		// to stop creating runners before hitting the concurrency limit
		// if the iterable has already been marked as done or a mapper stopped.
		// NOTE: We *must* do this for async iterators otherwise we'll spin up
		// infinite `next()` calls by default and never start the event loop.
		(async () => {
			for (let index = 0; index < concurrency; index++) {
				try {
					// eslint-disable-next-line no-await-in-loop
					await next();
				} catch (error) {
					reject(error);
					break;
				}

				if (isResolved || currentIndex >= doneIndex) {
					break;
				}
			}
		})();
	});
}

function pMapIterable(
	iterable,
	mapper,
	{
		concurrency = Number.POSITIVE_INFINITY,
		backpressure = concurrency,
		preserveOrder = true,
	} = {},
) {
	validateOptions(iterable, mapper, concurrency);

	if (!isLimit(backpressure, concurrency)) {
		throw new TypeError(`Expected \`backpressure\` to be an integer from \`concurrency\` (${concurrency}) and up or \`Infinity\`, got \`${backpressure}\` (${typeof backpressure})`);
	}

	return {
		[Symbol.asyncIterator]() {
			// `isDone` lives outside the generator so the wrapper below can set it the moment the
			// consumer asks to stop. The generator is suspended on a pending `next()` at that point,
			// so its `finally` would not run until much later and workers finishing in the meantime
			// would keep pulling and mapping input for nobody.
			let isDone = false;

			const generator = (async function * () {
				const iterator = getIterator(iterable);

				// Results are consumed from the front with a moving `headIndex` instead of `shift()`.
				// `shift()` moves every remaining entry, which is O(n) per element and made the whole
				// run O(n²) whenever `backpressure` let the array grow, which is the default.
				let promises = [];
				let headIndex = 0;
				let isIterableDone = false;

				// The lowest index whose pull reported `done`. Without `preserveOrder`, the pulls after it have their slots given back, so their errors are dropped.
				let doneIndex = Number.POSITIVE_INFINITY;

				// An element that is being read, or is waiting for a mapper, does not hold a mapper slot, so the next element can be read while the mappers run. Those elements have their own cap of `concurrency`, so the source never sees more than `concurrency` overlapping `next()` calls, even with `backpressure: Infinity`. `backpressure` caps everything in flight together.
				let readingCount = 0;
				let runningMappersCount = 0;

				// The workers waiting for a mapper slot, in the order they started waiting. A finished mapper hands its slot to the oldest one.
				const mapperWaiters = new Map();
				let mapperWaiterCount = 0;
				let wokenMapperWaiterCount = 0;

				const releaseMapperSlot = () => {
					if (wokenMapperWaiterCount === mapperWaiterCount) {
						runningMappersCount--;
						return;
					}

					mapperWaiters.get(wokenMapperWaiterCount)();
					mapperWaiters.delete(wokenMapperWaiterCount++);
				};

				let index = 0;

				// The lowest index whose mapper returned `pMapStop`, or, with `preserveOrder`, whose pull, element, or mapper threw. The stream ends there, like a `break` or a `throw` in a loop. Once it is set, nothing past it is pulled, and no pending element past it is mapped, while the earlier elements still finish and are yielded first. `isDone` cannot do this, as it would drop the values of the earlier elements too.
				let stopIndex = Number.POSITIVE_INFINITY;

				// Without `preserveOrder`, each spawn still takes a slot in `promises`, so `backpressure` counts the same, but the slots are filled in the order the workers settle rather than the order they were spawned in, so the consumer gets whichever result is ready first. A worker always fills the oldest empty slot, at `fillIndex`. An empty slot is `undefined`, and a filled one holds the result itself rather than a promise, so a result costs a promise only when the consumer has to wait for it, through `wake`.
				let fillIndex = 0;
				let wake;

				// The indexes of the pulls whose worker has not filled a slot yet, without `preserveOrder`.
				const unfilledIndexes = new Set();

				// The consumer waits only when the head is empty, and then the oldest empty slot is the head, so the first fill wakes it.
				const fillSlot = result => {
					promises[fillIndex++] = result;
					wake?.(result);
					wake = undefined;
				};

				const pull = createPuller(iterator);

				function trySpawn() {
					// Do not spawn once the consumer is gone, the source is done, or the stream ends at an earlier element. The pull would be wasted work, and for a one-shot source, like a queue, it takes an item nobody is going to ask for.
					if (isDone || isIterableDone || index > stopIndex || readingCount >= concurrency || promises.length - headIndex >= backpressure) {
						return;
					}

					readingCount++;

					// Take the index when the pull starts, not when it resolves, so a source that
					// settles its `next()` calls out of call order still gets the right position.
					const currentIndex = index++;

					// Errors must be returned as a value instead of rejecting, otherwise a promise that
					// the consumer abandons after an earlier error becomes an unhandled rejection.
					const promise = (async () => {
						try {
							let element;
							try {
								const {done, value} = await pull();

								if (done) {
									isIterableDone = true;
									doneIndex = Math.min(doneIndex, currentIndex);
									return {done: true};
								}

								// Spawn if still below the reading and backpressure limits
								trySpawn();

								element = await value;

								if (runningMappersCount < concurrency) {
									runningMappersCount++;
								} else {
									// `releaseMapperSlot` hands the slot over without decrementing `runningMappersCount`, so it is already counted.
									await new Promise(resolve => {
										mapperWaiters.set(mapperWaiterCount++, resolve);
									});
								}
							} finally {
								readingCount--;
							}

							// Spawn now that this element is no longer waiting for a mapper, so the next one is read while this one is mapped
							trySpawn();

							let returnValue;
							try {
								// The consumer stopped iterating, or the stream ends before this element, while this element was being read or waiting for a mapper, so drop it instead of doing work nobody will consume.
								if (isDone || currentIndex > stopIndex) {
									return {done: false, value: pMapSkip};
								}

								returnValue = await mapper(element, currentIndex);
							} finally {
								releaseMapperSlot();
							}

							if (returnValue === pMapStop) {
								stopIndex = Math.min(stopIndex, currentIndex);
							}

							return {done: false, value: returnValue};
						} catch (error) {
							// With `preserveOrder`, the error is thrown at its own position, after the results before it, so those still finish. Without it, the error is thrown as soon as it settles, so nothing still pending can be yielded anymore.
							// An error from a pull after the end of the source is dropped, as `done` is final, so it must have no effect. `doneIndex` is set before the worker that saw `done` settles, so its slot hand-back runs before the delivery check of any error that sees it here, and the two always agree.
							if (preserveOrder) {
								stopIndex = Math.min(stopIndex, currentIndex);
							} else if (currentIndex < doneIndex) {
								isDone = true;
							}

							return {error};
						}
					})();

					if (preserveOrder) {
						promises.push(promise);
						return;
					}

					promises.push(undefined);

					unfilledIndexes.add(currentIndex);

					// The worker never rejects, as errors are returned as a value.
					// The slot is filled here, a tick after the worker settles, rather than by the worker itself, for the same reason the consumer awaits a filled slot: so the consumer never runs, and pulls, earlier.
					promise.then(result => {
						// The slot was already given back, as the pull came after the end of the source.
						if (!unfilledIndexes.delete(currentIndex)) {
							return;
						}

						if (result.done) {
							// The pulls made after this one came after the end of the source, and a source like a queue may never answer them, so give their slots back now instead of waiting on them.
							for (const unfilledIndex of unfilledIndexes) {
								if (unfilledIndex > currentIndex) {
									unfilledIndexes.delete(unfilledIndex);
									fillSlot({done: true});
								}
							}
						}

						fillSlot(result);
					});
				}

				trySpawn();

				try {
					while (headIndex < promises.length) {
						// Without `preserveOrder`, a filled slot holds the result itself, and it is still awaited. That takes one tick, like awaiting a settled promise, so the consumer, and its `trySpawn()`, never run earlier than with a promise in the slot. Taking a ready result without the tick can make the consumer pull before it sees a stop or the end of the source, and a one-shot source, like a queue, would lose that item.
						// eslint-disable-next-line no-await-in-loop
						const result = await (promises[headIndex] ?? new Promise(resolve => {
							wake = resolve;
						}));
						const {done, value} = result;

						// Release the entry instead of leaving it for a `shift()` to move, and drop the
						// consumed prefix once it is at least half the array. That keeps the backing
						// store proportional to the results still in flight rather than to the total
						// ever spawned, which matters for an endless source, while costing one copy per
						// half of the array, so it stays O(1) per element.
						promises[headIndex] = undefined;
						headIndex++;

						if (headIndex * 2 >= promises.length) {
							promises = promises.slice(headIndex);
							fillIndex -= headIndex;
							headIndex = 0;
						}

						if (Object.hasOwn(result, 'error')) {
							throw result.error;
						}

						if (done) {
							// Without `preserveOrder`, the `done` can arrive while other workers are still running.
							if (preserveOrder) {
								return;
							}

							continue;
						}

						// The stream ends where the stop would have been yielded: after the earlier elements with `preserveOrder`, and after the results that were ready before it without.
						if (value === pMapStop) {
							return;
						}

						// Spawn if just dropped below the backpressure limit and still below the reading limit
						trySpawn();

						// A `pMapSkip` result stays in `promises` and is stepped over here. Splicing it out
						// in the worker instead would make every skip an O(n) scan and move, so a run of
						// skips would be O(n²).
						if (value === pMapSkip) {
							continue;
						}

						yield value;
					}
				} finally {
					// Stop pulling input once the consumer stops iterating, otherwise pending skipped mappers keep spawning work.
					isDone = true;

					if (!isIterableDone) {
						closeIterator(iterator);
					}
				}
			})();

			// Override `return()` and `throw()` on the generator itself instead of wrapping it, so it
			// keeps what it inherits, like `Symbol.asyncDispose` for `await using`, and `next()` stays
			// the native one. Plain functions, not `async`: the generator already returns a promise,
			// and an `async` function would wrap it in two more promises and two more microtask hops.
			const {return: generatorReturn, throw: generatorThrow} = generator;

			generator.return = value => {
				isDone = true;
				return generatorReturn.call(generator, value);
			};

			generator.throw = error => {
				isDone = true;
				return generatorThrow.call(generator, error);
			};

			return generator;
		},
	};
}

const pMapSkip = Symbol('skip');

const pMapStop = Symbol('stop');

// The checks `pMap` and `pMapIterable` share, so both reject the same input the same way.
// `mapConcurrently` runs this inside its promise, so a bad argument rejects rather than throws.
function validateOptions(iterable, mapper, concurrency) {
	// Optional chaining, so a nullish input gets this message rather than Node's internal
	// "null is not iterable".
	if (iterable?.[Symbol.iterator] === undefined && iterable?.[Symbol.asyncIterator] === undefined) {
		throw new TypeError(`Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`);
	}

	if (typeof mapper !== 'function') {
		throw new TypeError('Mapper function is required');
	}

	if (!isLimit(concurrency, 1)) {
		throw new TypeError(`Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency}\` (${typeof concurrency})`);
	}
}

// Whether the value is an integer from `minimum` and up, or `Infinity`, as `concurrency` and `backpressure` must be.
function isLimit(value, minimum) {
	return (Number.isSafeInteger(value) && value >= minimum) || value === Number.POSITIVE_INFINITY;
}

// Read the entries of a `Map`, or else the own enumerable keys, strings and symbols, in the order and the way `Promise.allKeyed` does, all up front. Each value gets a handler right away, also like `Promise.allKeyed`, so a value that rejects before a mapper slot reaches it is not an unhandled rejection.
function getKeyedEntries(input) {
	if (input === null || (typeof input !== 'object' && typeof input !== 'function')) {
		throw new TypeError(`Expected \`input\` to be an object, got (${input === null ? 'null' : typeof input})`);
	}

	const entries = [];

	const addEntry = (key, value) => {
		// Resolve the whole entry, so the engine checks termination after the value settles and before the mapper runs.
		entries.push(Promise.resolve(value).then(
			value => [key, {status: 'fulfilled', value}],
			error => [key, {status: 'rejected', reason: error}],
		));
	};

	if (input instanceof Map) {
		for (const [key, value] of input) {
			addEntry(key, value);
		}
	} else {
		for (const key of Reflect.ownKeys(input)) {
			if (Object.getOwnPropertyDescriptor(input, key)?.enumerable) {
				addEntry(key, input[key]);
			}
		}
	}

	return entries;
}

// Take the async iterator when the input has both, like `for await` does.
function getIterator(iterable) {
	return iterable[Symbol.asyncIterator] === undefined ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
}

// Close the source so it can release its resources, like `for await` does.
// Callers must not await this so a source that is blocked in `next()` cannot block them.
async function closeIterator(iterator) {
	try {
		await iterator.return?.();
	} catch {}
}

// Pull the next item, and stop pulling once the source has reported `done`: a source like a queue
// may block in `next()` after it is exhausted, which would hang the caller. `done` is final, like
// `for await`, so anything the source produces after it is dropped.
function createPuller(iterator) {
	let isSourceDone = false;

	// A sync iterable, like an array, answers right away, so `done` can be seen here. An async
	// iterable is seen in the `then` below, as soon as its pull settles.
	const markDone = item => {
		if (item?.done) {
			isSourceDone = true;
		}
	};

	return () => {
		if (isSourceDone) {
			return {done: true};
		}

		const result = iterator.next();
		markDone(result);

		// A sync iterable, like an array, answers right away, so `done` has been read already and
		// the result can go back untouched.
		if (typeof result?.then !== 'function') {
			return result;
		}

		// An async iterable settles later, so `done` is read off the pull once it does. That is a
		// branch of its own, which leaves the caller awaiting the pull itself rather than a promise
		// derived from it, so an async source does not pay an extra microtask per element. The
		// rejection is handled here as well as by the caller, so a pull cannot escape as an
		// unhandled rejection. A thenable that is not a promise is turned into one first, so it is
		// subscribed to once, like `for await` does, while a native promise is returned as is.
		const promise = Promise.resolve(result);
		promise.then(markDone, () => {});

		return promise;
	};
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
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
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
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
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
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
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(8733);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
