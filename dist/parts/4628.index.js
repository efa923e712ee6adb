export const id = 4628;
export const ids = [4628,4334];
export const modules = {

/***/ 4334:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    parsePattern: () => (  parsePattern),
    parseRepositoryPattern: () => (  parseRepositoryPattern)
  });
  var re2js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3980);
  var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1147);


function parsePattern(text) {
    return text.startsWith("/") ? parseExpression(text) : (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .GJ)(text);
}
function parseRepositoryPattern(text) {
    return text.startsWith("/") ? parseExpression(text) : (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .y5)(text);
}
function parseExpression(text) {
    const { source, flags = "" } = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su.exec(text)?.groups ?? {};
    if (source === undefined) {
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, "a regular expression ends with a slash, such as /^v1\\./");
    }
    if (flags !== "" && flags !== "i") {
        const plain = "what stands behind the last slash is not a flag; i is (whatever the case)";
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, { why: `"${flags}" is not a flag; i is (whatever the case)`, plain });
    }
    if (hasDeadAnchor(source)) {
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, "something stands before ^ or behind $, so this would match nothing; write one expression a line, or /^(?:a|b)$/");
    }
    try {
        const expression = re2js__WEBPACK_IMPORTED_MODULE_1__  .L3.compile(source, flags === "i" ? re2js__WEBPACK_IMPORTED_MODULE_1__  .L3.CASE_INSENSITIVE : 0);
        return { text, matches: (name) => expression.matcher(name).find() };
    }
    catch (cause) {
        if (!(cause instanceof re2js__WEBPACK_IMPORTED_MODULE_1__  .o_))
            throw cause;
        const plain = "it is no regular expression of RE2's syntax, which has no look-ahead and no back-reference";
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, { why: `${plain} (${cause.message})`, plain }, cause);
    }
}
function hasDeadAnchor(source) {
    const signs = source.replaceAll(/\\./gsu, "x").replaceAll(/\[\^?\]?[^\]]*\]/gu, "x");
    return /[^(|^:]\^|\$[^)|$]/u.test(signs);
}


/***/ }),

/***/ 4628:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  readPolicyFile: () => (  readPolicyFile)
});

var json = __webpack_require__(3979);
; 
function eclipses(rules) {
    const sets = rules.map((rule) => rule && { repositories: setOf(rule.repositories), tags: setOf(rule.tags) });
    return sets.flatMap((rule, index) => {
        if (rule === undefined)
            return [];
        const by = sets.findIndex((earlier, place) => place < index && earlier !== undefined && covers(earlier, rule));
        const earlier = sets[by];
        return earlier === undefined ? [] : [{ rule: index, by, isSame: covers(rule, earlier) }];
    });
}
function setOf(patterns) {
    return new Set(patterns);
}
function covers(wide, narrow) {
    return (takes(wide.tags, { texts: narrow.tags, everything: "*" }) &&
        takes(wide.repositories, { texts: narrow.repositories, everything: "**" }));
}
function takes(wide, { texts, everything }) {
    const isAll = (patterns) => patterns.size === 0 || patterns.has(everything);
    if (isAll(wide))
        return true;
    if (isAll(texts) || texts.size > wide.size)
        return false;
    for (const text of texts)
        if (!wide.has(text))
            return false;
    return true;
}

var errors = __webpack_require__(6846);
var pattern = __webpack_require__(4334);
; 


const PARSERS = { tags: pattern.parsePattern, repositories: pattern.parseRepositoryPattern };
class PolicyReader {
    complaints = [];
    #wrong;
    constructor(structure) {
        this.#wrong = new Set(structure.map(({ path }) => JSON.stringify(path)));
    }
    at(map, key, path) {
        const here = { value: map[key], path: [...path, key] };
        return {
            text: (parse) => this.#text(here, parse),
            words: (parse) => this.#words(here, parse),
            patterns: (of) => itemsOf(here).flatMap((item) => this.#text(item, PARSERS[of]) ?? []),
            choice: (choices) => choices.find((choice) => choice === here.value),
            count: () => (typeof here.value === "number" ? here.value : undefined),
        };
    }
    #text({ value, path }, parse) {
        const isText = typeof value === "string" && !this.#wrong.has(JSON.stringify(path));
        return isText ? this.#parsed(path, () => parse(value)) : undefined;
    }
    #words({ value, path }, parse) {
        if (value === undefined)
            return undefined;
        const words = typeof value === "string" ? value.trim().split(/[\s,]+/) : textsIn(value);
        return this.#parsed(path, () => parse(words));
    }
    #parsed(path, parse) {
        try {
            return parse();
        }
        catch (error) {
            if (!(error instanceof errors .Pc))
                throw error;
            const message = error instanceof errors .Jl ? error.plain : "it can't be read";
            this.complaints.push({ path, message });
            return undefined;
        }
    }
}
function itemsOf({ value, path }) {
    if (!Array.isArray(value))
        return [{ value, path }];
    return value.map((item, index) => ({ value: item, path: [...path, index] }));
}
function textsIn(value) {
    const list = Array.isArray(value) ? value : [value];
    return list.filter((item) => typeof item === "string");
}

var dist = __webpack_require__(458);
var rule_values = __webpack_require__(337);
; 


const WANTED = {
    file: "rules: and below it a list, each rule after a dash",
    rule: 'a rule, such as tags: "*-alpha.*"',
};
const rule = dist .rej(Object.fromEntries(rule_values .n3.map((row) => [row.name, about(row, row)])), instead(WANTED.rule));
const policyDocument = dist .FsL(dist .rej({
    ...Object.fromEntries(rule_values .Qp.map((row) => [row.name, about(row, row.top)])),
    rules: dist .FsL(dist .YOg(rule, instead("a list of rules, each after a dash")), dist .BpQ(1, instead("at least one rule, after a dash")), dist .yuE({
        title: "Rules",
        description: "In order: the first rule that is for a repository, and whose tags match a tag, decides about it. A tag that no rule decides about stays.",
    })),
}, instead(WANTED.file)), dist .yuE({
    title: "Retention policy of prune-image-tags",
    description: "Which tags of container images stay, by rules.",
}));
const KEYS = {
    file: Object.keys(policyDocument.entries),
    rule: Object.keys(rule.entries),
};
function instead(wanted) {
    return ({ input }) => `it is ${described(input)}; write ${wanted}`;
}
function described(input) {
    if (input === undefined)
        return "missing";
    if (input === null || input === "" || (Array.isArray(input) && input.length === 0))
        return "empty";
    if (Array.isArray(input))
        return "a list";
    if (typeof input === "object")
        return "a map";
    if (typeof input === "boolean")
        return String(input);
    return typeof input === "number" ? "a number" : "a text";
}
function inQuotes(wanted) {
    return ({ input }) => {
        const isRead = typeof input === "number" || typeof input === "boolean";
        return isRead ? `YAML reads it as ${described(input)}; write it in quotes` : instead(wanted)({ input });
    };
}
function about(row, words = {}) {
    const { help = row.help, otherwise = row.otherwise, examples = row.examples } = words;
    const { form } = row.value;
    return dist .yqP(dist .FsL(schemaOf(form), dist .yuE({
        title: row.title ?? titleOf(row.name),
        description: otherwise === undefined ? help : `${help} Without it: ${otherwise}.`,
        ...(row.default === undefined ? {} : { default: row.default }),
        ...(examples === undefined ? {} : { examples }),
        ...(form.kind === "measure" ? { pattern: form.pattern } : {}),
    })));
}
function titleOf(name) {
    return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}
function schemaOf(form) {
    switch (form.kind) {
        case "name":
            return policy_schema_text(form.wanted);
        case "measure":
            return dist .YjP(instead(form.wanted));
        case "count":
            return count(instead(form.wanted));
        case "choice":
            return dist .KIO(form.choices, instead(form.wanted));
        case "patterns":
            return patterns(form.wanted);
        case "words":
            return words(form);
    }
}
function policy_schema_text(wanted) {
    const problem = inQuotes(wanted);
    const odd = ({ input }) => input === "" ? instead(wanted)({ input }) : `it has several lines, or a space at an end; write ${wanted}`;
    return dist .FsL(dist .YjP(problem), dist .yGV(/^\S(?:.*\S)?$/, odd));
}
function patterns(wanted) {
    const list = dist .YOg(policy_schema_text("a pattern in quotes"), inQuotes(wanted));
    return dist .KCZ([policy_schema_text(wanted), dist .FsL(list, dist .BpQ(1, instead(wanted)))], inQuotes(wanted));
}
function words({ words: known, wanted: one }) {
    const key = `(?:${known.join("|")})`;
    const wanted = `${one}, or a list of them`;
    const word = dist .FsL(dist .YjP(instead(one)), dist .yuE({ enum: [...known, "none"] }));
    return dist .KCZ([
        dist .FsL(dist .YjP(), dist .yuE({ pattern: `^\\s*(?:none|${key}(?:[\\s,]+${key})*)\\s*$` })),
        dist .FsL(dist .YOg(word), dist .BpQ(1, instead(wanted))),
    ], instead(wanted));
}
function count(problem) {
    return dist .FsL(dist .aig(problem), dist .ndf(problem), dist .Wwf(0, problem));
}

var base_words = __webpack_require__(2404);
var settings = __webpack_require__(4158);
; 





function structureComplaints(document) {
    if (!(0,json .Gv)(document))
        return [misplaced([], WANTED.file, document)];
    const rules = Array.isArray(document["rules"]) ? document["rules"] : undefined;
    const maps = rules?.map((rule) => (Array.isArray(rule) ? {} : rule));
    const { issues = [] } = dist .xLC(policyDocument, { ...document, ...(maps && { rules: maps }) });
    const found = issues.filter(({ expected }) => expected !== "never").flatMap((issue) => complaintsOf(issue));
    return [
        ...found,
        ...strangers([], document, KEYS.file),
        ...(rules ?? []).flatMap((rule, index) => Array.isArray(rule)
            ? [misplaced(["rules", index], WANTED.rule, rule)]
            : strangers(["rules", index], rule, KEYS.rule)),
    ];
}
function misplaced(path, wanted, input) {
    return { path, message: instead(wanted)({ input }) };
}
function complaintsOf(issue, base = []) {
    const path = [
        ...base,
        ...(issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))),
    ];
    const ofItems = (issue.issues ?? []).filter((part) => part.path !== undefined);
    if (ofItems.length > 0)
        return ofItems.flatMap((part) => complaintsOf(part, path));
    return [{ path, message: issue.message }];
}
function strangers(path, map, known) {
    const strange = Object.keys((0,json .Gv)(map) ? map : {}).filter((key) => !known.includes(key));
    return strange.map((key) => ({ path: [...path, key], message: strangeKey(key, known) }));
}
function strangeKey(key, known) {
    if (key === "<<")
        return "YAML 1.2 merges nothing; write out what it would bring";
    if (key === "include")
        return "there is no such key; did you mean tags, in a rule?";
    if (KEYS.rule.includes(key))
        return "it is said of a rule; write it within one";
    if (settings .y.some(({ name }) => name === key)) {
        return "it is a setting of the run; write it beside policy, not in the file";
    }
    return `there is no such key; did you mean ${(0,base_words .p)(key, known)}?`;
}

var rule_fields = __webpack_require__(3208);
var yaml_source = __webpack_require__(4124);
; 







function readPolicyFile(text, { allowEmpty }) {
    const source = (0,yaml_source .g)(text, "1.2");
    if (source.kind === "broken")
        return { kind: "wrong", problems: brokenLines(source.errors, text) };
    const document = (0,json .Gv)(source.value) ? source.value : {};
    const rules = Array.isArray(document["rules"]) ? document["rules"] : [];
    const structure = structureComplaints(source.value);
    const read = new PolicyReader(structure);
    const policy = {
        rules: rules.map((rule, index) => readRule(read, rule, index)),
        ...(0,rule_values .HX)((0,rule_values .N$)(rule_values .Qp, ({ name }) => read.at(document, name, []))),
    };
    const complaints = [
        ...structure,
        ...read.complaints,
        ...(allowEmpty ? [] : emptyingRules(policy.rules)),
        ...nameTwins(rules, policy.rules),
        ...unreachedRules(scopesOf(rules, structure)),
    ];
    if (complaints.length === 0)
        return { kind: "read", policy };
    return { kind: "wrong", problems: linesOf(complaints, source.lineOf) };
}
function readRule(read, value, index) {
    const map = (0,json .Gv)(value) ? value : {};
    const values = (0,rule_values .N$)(rule_values .n3, ({ name }) => read.at(map, name, ["rules", index]));
    return (0,rule_values .Y)({ name: String(index + 1), ...values });
}
function emptyingRules(rules) {
    const message = "0 would delete every candidate; write 1 or more, or allow-empty: true beside policy";
    return rules.flatMap(({ keep }, index) => keep === 0 ? [{ path: ["rules", index, "keep"], message }] : []);
}
function nameTwins(written, rules) {
    const hasName = (index) => (0,json .Gv)(written[index]) && "name" in written[index];
    const [first, placed] = [new Map(), new Map()];
    rules.forEach(({ name = "" }, index) => {
        if (!first.has(name))
            first.set(name, index);
        if (!hasName(index) && !placed.has(name))
            placed.set(name, index);
    });
    return rules.flatMap(({ name = "" }, index) => {
        if (!hasName(index))
            return [];
        const before = first.get(name) ?? index;
        const twin = before < index ? before : placed.get(name);
        const message = `it is what rules[${twin}] is called; write another name`;
        return twin === undefined ? [] : [{ path: ["rules", index, "name"], message }];
    });
}
function scopesOf(rules, structure) {
    const scope = [rule_fields .t.repositories.name, rule_fields .t.tags.name];
    const others = rule_values .n3.map(({ name }) => name).filter((name) => !scope.includes(name));
    const unclear = new Set(structure.flatMap(({ path: [list, place, key] }) => list === "rules" && !others.some((other) => other === key) ? [place] : []));
    return rules.map((rule, index) => {
        if (unclear.has(index) || !(0,json .Gv)(rule))
            return undefined;
        return { repositories: textsIn(rule["repositories"]), tags: textsIn(rule["tags"]) };
    });
}
function unreachedRules(scopes) {
    return eclipses(scopes).map(({ rule, by, isSame }) => {
        const earlier = `rules[${by}]`;
        const why = isSame
            ? `${earlier} before it is for the same; make one of the two`
            : `${earlier} before it takes all that it is for; put it before ${earlier}`;
        return { path: ["rules", rule], message: `no tag ever comes to it, for ${why}` };
    });
}
function linesOf(complaints, lineOf) {
    const lineAt = (path) => path.length === 0 ? 1 : (lineOf(path) ?? lineAt(path.slice(0, -1)));
    const told = complaints.map(({ path, message }) => ({
        line: lineAt(path),
        text: `${pathText(path)}: ${message}`,
    }));
    return inOrder(told);
}
function inOrder(told) {
    const lines = [...told].sort((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
    const once = [...new Set(lines)];
    const left = once.length - MOST_PROBLEMS;
    return left > 0 ? [...once.slice(0, MOST_PROBLEMS), `and ${left} more`] : once;
}
const MOST_PROBLEMS = 50;
const KEY = /^[A-Za-z_<][\w<-]{0,29}$/;
function pathText(path) {
    if (path.length === 0)
        return "the file";
    const steps = path.map((step) => {
        if (typeof step === "number")
            return `[${step}]`;
        return KEY.test(step) ? `.${step}` : ".(a key)";
    });
    return steps.join("").replace(/^\./, "");
}
function brokenLines(errors, text) {
    const source = text.split(/\r\n|[\r\n]/);
    const told = errors.map((error) => {
        const { number, message = error } = /^line (?<number>\d+): (?<message>.*)$/s.exec(error)?.groups ?? {};
        const hasSigns = /[*?[{!@%&`]/.test(source[Number(number) - 1] ?? "");
        const advice = hasSigns ? '; write patterns in quotes, such as "*-alpha.*"' : "";
        return { line: Number(number ?? 1), text: `it can't be read as YAML: ${message}${advice}` };
    });
    return inOrder(told);
}


/***/ }),

/***/ 4124:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  g: () => (  readYaml)
});

var dist = __webpack_require__(3483);
; 
const PLAIN_CODES = new Set([
    "ALIAS_PROPS",
    "BAD_ALIAS",
    "BAD_INDENT",
    "BLOCK_AS_IMPLICIT_KEY",
    "BLOCK_IN_FLOW",
    "DUPLICATE_KEY",
    "KEY_OVER_1024_CHARS",
    "MISSING_CHAR",
    "MULTILINE_IMPLICIT_KEY",
    "MULTIPLE_ANCHORS",
    "MULTIPLE_TAGS",
    "NON_STRING_KEY",
    "TAB_AS_INDENT",
]);
const WORDS = {
    BAD_DIRECTIVE: "There is a directive (%…) that can't be read here",
    BAD_DQ_ESCAPE: "There is a backslash in double quotes before a sign that it does not go with",
    BAD_SCALAR_START: "A value without quotes can't begin with this sign",
    MULTIPLE_DOCS: "A second document begins here, and there may be one only",
    TAG_RESOLVE_FAILED: "There is a tag (!…) that can't be read here",
};
function wordsFor(code, message) {
    const words = WORDS[code];
    if (words !== undefined)
        return words;
    const isPlain = PLAIN_CODES.has(code) || /^Unexpected [a-z-]+ at node end$/.test(message);
    return isPlain ? message : "Something stands here that can't stand here";
}

; 


const LONGEST = 1024 * 1024;
const MOST_DEPTH = 100;
const MOST_ALIASES = 100;
function readYaml(text, version) {
    if (text.length > LONGEST)
        return { kind: "broken", errors: [`It has more than ${LONGEST} characters`] };
    if (isTooDeep(text))
        return { kind: "broken", errors: [`It is nested more than ${MOST_DEPTH} deep`] };
    return readDocument(text, version);
}
function isTooDeep(text) {
    let depth = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
        if (depth > MOST_DEPTH)
            return true;
    }
    return text.split("\n").some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > 2 * MOST_DEPTH);
}
function readDocument(text, version) {
    const lines = new dist .HN();
    const document = (0,dist .Tp)(text, {
        version,
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: false,
    });
    const isGo = version === "1.1";
    const [later, wrong] = [
        document.errors.filter(isLater),
        document.errors.filter((error) => !isLater(error)),
    ];
    const lenient = [
        ...later.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
        ...doubledKeys(document),
    ];
    const strict = [
        ...wrong.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
        ...danglingAliases(document),
    ];
    const tell = (found) => found
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`);
    const errors = tell(isGo ? strict : [...strict, ...lenient]);
    if (errors.length > 0)
        return { kind: "broken", errors };
    return readValue(document, lines, isGo ? tell(lenient) : []);
}
function readValue(document, lines, oddities) {
    const resolve = (node) => ((0,dist .Vj)(node) ? node.resolve(document) : node);
    try {
        const value = document.toJS();
        return {
            kind: "read",
            value,
            lineOf: (path) => {
                const { offset } = placeOf(document.contents, path, resolve);
                return offset === undefined ? undefined : lines.linePos(offset).line;
            },
            writtenAt: (path) => {
                const scalar = resolve(placeOf(document.contents, path, resolve).node);
                return (0,dist .jn)(scalar) ? (scalar.source ?? String(scalar.value)) : undefined;
            },
            oddities,
        };
    }
    catch (error) {
        const isPlain = error instanceof Error && error.message.startsWith("Excessive alias count");
        return { kind: "broken", errors: [isPlain ? error.message : "An alias can't be read"] };
    }
}
function isLater({ code }) {
    return code === "MULTIPLE_DOCS";
}
function doubledKeys(document) {
    const found = [];
    (0,dist .YR)(document, {
        Map: (_key, { items }) => {
            const keys = new Set();
            for (const { key } of items) {
                if (!(0,dist .jn)(key))
                    continue;
                if (keys.has(key.value)) {
                    found.push({ offset: startOf(key) ?? 0, message: "Map keys must be unique" });
                }
                keys.add(key.value);
            }
        },
    });
    return found;
}
function danglingAliases(document) {
    const found = [];
    let aliases = 0;
    (0,dist .YR)(document, {
        Alias: (_key, alias) => {
            aliases += 1;
            if (aliases > MOST_ALIASES) {
                found.push({ offset: alias.range?.[0] ?? 0, message: `There are more than ${MOST_ALIASES} aliases` });
                return dist .YR.BREAK;
            }
            if (alias.source === "" || alias.resolve(document) !== undefined)
                return undefined;
            const message = "What begins with * is an alias, and there is no anchor (&) of that name before it";
            found.push({ offset: alias.range?.[0] ?? 0, message });
            return undefined;
        },
    });
    return found;
}
const PAIRS = new WeakMap();
function pairOf(map, key) {
    const known = PAIRS.get(map);
    const pairs = known ??
        new Map(map.items.flatMap((pair) => ((0,dist .jn)(pair.key) ? [[String(pair.key.value), pair]] : [])));
    if (known === undefined)
        PAIRS.set(map, pairs);
    return pairs.get(key);
}
function placeOf(root, path, resolve) {
    let node = root;
    let offset;
    for (const step of path) {
        const collection = resolve(node);
        if ((0,dist .jh)(collection)) {
            const pair = pairOf(collection, String(step));
            offset = startOf(pair?.key);
            node = pair?.value;
        }
        else {
            node = (0,dist .oP)(collection) ? collection.items[Number(step)] : undefined;
            offset = startOf(node);
        }
        if (offset === undefined)
            return {};
    }
    return offset === undefined ? {} : { offset, node };
}
function startOf(node) {
    return (0,dist .Ll)(node) ? node.range?.[0] : undefined;
}


/***/ })

};
