import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
__webpack_unused_export__ = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


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
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  XI: () => (/* reexport */ action),
  xw: () => (/* reexport */ cli),
  bE: () => (/* reexport */ post)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./src/report/terminal-safe.ts
/* eslint-disable no-control-regex -- this file exists to find control characters */
const sequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g;
/**
 * Text from a script, harmless to show: no escape sequence, no control character that moves the cursor or
 * turns the reading direction, nothing that GitHub's log would take for a command. Lines stay lines.
 */
function safeText(text) {
    return withoutCommands(text.replaceAll('\r\n', '\n').replace(sequences, '').replace(controls, ''));
}
/**
 * Text in which GitHub's runner finds no command: `::` at the beginning of a line, also where that is cut in two, and
 * `##[` anywhere. .NET takes U+0085 for a space, too.
 */
function withoutCommands(text) {
    return text.replace(/^([\s\u0085]*:)(?=:|$)/gm, '$1\u200b').replaceAll('##[', '#\u200b#[');
}
/** The same in one line, cut where it gets longer than `most`. */
function safeLine(text, most = 200) {
    return cut(safeText(text).replace(/\s+/g, ' ').trim(), most);
}
/** The first `most` code points, with an ellipsis in place of the rest. */
function cut(text, most) {
    const points = Array.from(text);
    return points.length <= most ? text : `${points.slice(0, Math.max(0, most - 1)).join('')}…`;
}

;// CONCATENATED MODULE: ./src/report/markdown-safe.ts

/** Text from a script as code inside a line: no mention, no markup, no end of a table's cell. */
function inlineCode(text, most = 120) {
    const line = safeLine(text, most).replaceAll('|', '\\|');
    const fence = '`'.repeat(longestRun(line) + 1);
    const room = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
    return `${fence}${room}${line}${room}${fence}`;
}
/** Text as a block of code that cannot close itself. */
function fenced(text, language, most) {
    const block = cut(safeText(text).trimEnd(), most);
    const fence = '`'.repeat(Math.max(3, longestRun(block) + 1));
    return `${fence}${language}\n${block}\n${fence}`;
}
/** Text as words: every sign that Markdown, HTML or GitHub could take for something else is disarmed. */
function words(text, most = 300) {
    return safeLine(text, most)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b')
        .replace(/(https?):\/\//gi, '$1:\u200b//')
        .replace(/\bwww\./gi, 'www\u200b.');
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

;// CONCATENATED MODULE: ./src/report/step-outputs.ts
/** What a step leaves of an outcome. Text by name, never a command: the runner's files carry it. */
const outcomeOutputs = {
    verdict: ({ verdict }) => verdict,
    reached: ({ verdict }) => String(verdict === 'reached'),
    metric: ({ target }) => target.metric,
    value: ({ confirmation, best, baseline }) => plain(confirmation?.mean ?? best?.observation?.value ?? baseline.observation?.value),
    baseline: ({ baseline }) => plain(baseline.observation?.value),
    'diff-file': ({ files }) => files.diff ?? '',
    'summary-file': ({ files }) => files.summary ?? '',
};
/** What `detect` leaves of one script. */
const programOutputs = {
    framework: ({ framework }) => framework,
    family: ({ family }) => family,
};
function outputsOfOutcome(outcome) {
    return texts(outcomeOutputs, outcome);
}
function outputsOfProgram(program) {
    return texts(programOutputs, program);
}
function texts(outputs, from) {
    return Object.entries(outputs).map(([name, text]) => [name, text(from)]);
}
function plain(value) {
    return value === undefined ? '' : String(value);
}

;// CONCATENATED MODULE: ./src/metrics.ts
/** The metrics known by name, the one a reader would take first coming first. */
const metrics = [
    kind('accuracy', 'maximise', true, [
        'acc',
        'accuracy_score',
        'categorical_accuracy',
        'binary_accuracy',
        'sparse_categorical_accuracy',
        'compile_metrics',
    ]),
    kind('balanced_accuracy', 'maximise', true, ['balanced_accuracy_score']),
    kind('f1', 'maximise', true, ['f1_score', 'f_score', 'f1_macro', 'f1_weighted']),
    kind('auc', 'maximise', true, ['roc_auc', 'roc_auc_score', 'auroc']),
    kind('average_precision', 'maximise', true, ['average_precision_score', 'map']),
    kind('precision', 'maximise', true, ['precision_score']),
    kind('recall', 'maximise', true, ['recall_score']),
    kind('r2', 'maximise', false, ['r2_score', 'r_squared', 'r^2', 'r²', 'explained_variance']),
    kind('rmse', 'minimise', false, ['root_mean_squared_error']),
    kind('mse', 'minimise', false, ['mean_squared_error']),
    kind('mae', 'minimise', false, ['mean_absolute_error']),
    kind('mape', 'minimise', false, ['mean_absolute_percentage_error']),
    kind('log_loss', 'minimise', false, ['logloss', 'cross_entropy']),
    kind('perplexity', 'minimise', false, ['ppl']),
    kind('error', 'minimise', false, ['error_rate', 'merror']),
    kind('loss', 'minimise', false, ['val_loss', 'test_loss']),
];
function kind(name, direction, fraction, aliases) {
    return { name, direction, fraction, aliases };
}
/** The metric that a spelling means, or `undefined`: `val_acc`, `Test accuracy` and `acc` are accuracy. */
function metricNamed(spelling) {
    const word = spelling
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
        .replace(/^(val|valid|validation|test|train|training|eval)_/, '');
    return metrics.find(({ name, aliases }) => name === word || aliases.includes(word));
}

;// CONCATENATED MODULE: ./src/report/format-number.ts

/** A metric as people read it: `84.3 %` for a share, with the digits that suit `like`; `2.31` for anything else. */
function formatMetric(value, metric, like = value) {
    const share = metricNamed(metric)?.fraction === true;
    return share ? `${(value * 100).toFixed(percentDigits(like))} %` : formatNumber(value);
}
/** Near 100 % the digits that matter lie further back. */
function percentDigits(share) {
    const missing = Math.abs(1 - share);
    if (missing === 0 || missing >= 0.01)
        return 1;
    return missing >= 0.001 ? 2 : 3;
}
/** A target as it would be written by hand: `97 %`, not `97.0 %`. */
function formatTarget(value, metric) {
    const share = metricNamed(metric)?.fraction === true;
    return share ? `${Number((value * 100).toPrecision(12))} %` : String(Number(value.toPrecision(12)));
}
/** A metric beside its target: with as many digits as it takes that rounding does not carry it over. */
function formatAgainst(value, target, metric) {
    const usual = formatMetric(value, metric);
    if (target === null || value === target)
        return usual;
    const share = metricNamed(metric)?.fraction === true;
    const [number, goal] = share ? [value * 100, target * 100] : [value, target];
    if (Math.sign(parseFloat(usual) - goal) === Math.sign(number - goal))
        return usual;
    for (let digits = 4; digits < 17; digits++) {
        const text = String(Number(number.toPrecision(digits)));
        if (Math.sign(Number(text) - goal) === Math.sign(number - goal))
            return share ? `${text} %` : text;
    }
    return share ? `${number} %` : String(number);
}
/** Four digits that matter; whole numbers whole. */
function formatNumber(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1e15)
        return String(value);
    const size = Math.abs(value);
    return size < 1e-4 || size >= 1e7 ? String(Number(value.toExponential(3))) : String(Number(value.toPrecision(4)));
}
/** As Python would write it. */
function formatValue(value) {
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    return typeof value === 'number' ? formatNumber(value) : `'${value}'`;
}
/** `0.4 s`, `42 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
function formatSeconds(seconds) {
    if (seconds < 9.95)
        return `${Number(Math.max(0, seconds).toFixed(1))} s`;
    const whole = Math.round(seconds);
    const units = [
        ['d', 86_400],
        ['h', 3600],
        ['min', 60],
        ['s', 1],
    ];
    const first = units.findIndex(([, size]) => whole >= size);
    let left = whole;
    const parts = units.slice(first, first + 2).map(([unit, size]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count === 0 ? '' : `${count} ${unit}`;
    });
    return parts.filter((part) => part !== '').join(' ');
}
/** `812 B`, `1.4 MB`, `23 GB`. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = bytes;
    let unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
        size /= 1000;
        unit += 1;
    }
    return `${unit === 0 || size >= 9.95 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
}

;// CONCATENATED MODULE: ./src/study/observation.ts
const splitRank = { test: 3, validation: 2, unknown: 1, train: 0 };
/**
 * The observation that a careful reader would take for the target's metric: held-out before training,
 * final before one epoch's, seen in the framework before printed, the last of equals.
 */
function observationOf({ observations }, target) {
    const candidates = observations.filter(({ name, split }) => name === target.metric && (split !== 'train' || target.trainMetric));
    return candidates.reduce((best, next) => (best === null || rank(next) >= rank(best) ? next : best), null);
}
function rank({ split, epoch, source }) {
    return splitRank[split] * 4 + (epoch === null ? 2 : 0) + (source === 'hook' ? 1 : 0);
}

;// CONCATENATED MODULE: ./src/study/proof.ts
/**
 * Whether a candidate reaches its target by more than luck: Wald's sequential probability ratio test
 * (Wald 1945, Ann. Math. Stat. 16) of "on average one standard deviation above the target" against "one
 * below", over fresh seeds. The run that made it a candidate was chosen for reaching the target and is
 * no evidence of the mean; it only helps to tell how much runs differ.
 */
const noExperience = { candidates: 0, squares: 0, degrees: 0 };
/** The sum of margins, in standard deviations, at which a candidate is believed; later candidates need more. */
const believedAt = 2.4;
const dearerByLogOfCandidates = 0.4;
const refutedAt = -1.6;
/** Re-seeded runs after which an undecided candidate is judged by where it leans. */
const mostFresh = 8;
/**
 * `margins` are the distances to the target, positive beyond it: of the author-seeded run first, then of
 * the re-seeded ones. `repeats` is how many runs there have to be at least. The constants are measured by
 * `benchmarks/honesty`.
 */
function judge(margins, repeats, { candidates, ...spread }) {
    const [, ...fresh] = margins;
    if (margins.length < repeats)
        return 'open';
    if (fresh.length === 0)
        return 'believed';
    const sum = fresh.reduce((total, margin) => total + margin, 0);
    const own = experienceOf(margins);
    const deviation = Math.sqrt((own.squares + spread.squares) / (own.degrees + spread.degrees));
    const onAverage = mean(margins) >= 0;
    if (deviation === 0)
        return onAverage ? 'believed' : 'refuted';
    const evidence = sum / deviation;
    const enough = believedAt + dearerByLogOfCandidates * Math.log(candidates + 1);
    if (evidence >= enough && onAverage)
        return 'believed';
    if (evidence <= refutedAt)
        return 'refuted';
    if (fresh.length < Math.max(mostFresh, repeats - 1))
        return 'open';
    return evidence >= enough / 2 && onAverage ? 'believed' : 'refuted';
}
/** What is known once a candidate with these margins has been judged. */
function learn(experience, margins) {
    const { squares, degrees } = experienceOf(margins);
    return {
        candidates: experience.candidates + 1,
        squares: experience.squares + squares,
        degrees: experience.degrees + degrees,
    };
}
function experienceOf(margins) {
    const centre = mean(margins);
    return {
        squares: margins.reduce((sum, margin) => sum + (margin - centre) ** 2, 0),
        degrees: Math.max(0, margins.length - 1),
    };
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

;// CONCATENATED MODULE: ./src/study/state.ts
const baseline = { trial: 0, values: {}, why: 'the script as it is', undoes: null, attempts: [] };
const emptyState = { goal: null, space: null, left: [], trials: [baseline], verdict: null };
function fold(events) {
    return events.reduce((state, { event }) => after(state, event), emptyState);
}
/** The state once `event` has happened. */
function after(state, event) {
    switch (event.kind) {
        case 'goal-set': {
            const { target, budget, repeats } = event;
            return { ...state, goal: { target, budget, repeats }, verdict: null };
        }
        case 'space-set':
            return { ...state, space: event.space, left: event.left };
        case 'trial-suggested': {
            const { trial, values, why, undoes } = event;
            return { ...state, trials: [...state.trials, { trial, values, why, undoes, attempts: [] }] };
        }
        case 'attempt-started': {
            const { attempt, purpose, seed } = event;
            const started = {
                attempt,
                purpose,
                seed,
                ending: null,
                seconds: 0,
                observations: [],
                received: [],
                randomness: null,
                mismatches: [],
            };
            return withTrial(state, event.trial, (trial) => ({ ...trial, attempts: [...trial.attempts, started] }));
        }
        case 'attempt-ended':
            return withTrial(state, event.trial, (trial) => ({
                ...trial,
                attempts: trial.attempts.map((attempt) => attempt.attempt === event.attempt ? ended(attempt, event) : attempt),
            }));
        case 'search-ended':
            return { ...state, verdict: event.verdict };
    }
}
function ended(attempt, event) {
    const { ending, seconds, observations, received, randomness, mismatches } = event;
    return { ...attempt, ending, seconds, observations, received, randomness, mismatches };
}
function withTrial(state, number, change) {
    return { ...state, trials: state.trials.map((trial) => (trial.trial === number ? change(trial) : trial)) };
}
/** The last attempt of a trial that ran for this purpose to its natural end, whatever came of it. */
function completed(trial, purpose, repeat = 0) {
    return trial.attempts.findLast((attempt) => attempt.purpose.kind === purpose &&
        isOver(attempt) &&
        (attempt.purpose.kind !== 'confirmation' || attempt.purpose.repeat === repeat));
}
/** How often a restart after a loss is worth it: what kills a run three times will kill it again. */
const mostLosses = 3;
function isOver(attempt) {
    return (attempt.ending !== null &&
        attempt.ending.kind !== 'stopped' &&
        attempt.ending.kind !== 'never-started' &&
        attempt.ending.kind !== 'lost');
}
/** Whether a trial vanished so often, for this purpose, that it counts as failed. */
function givenUp(trial, purpose) {
    return (trial.attempts.filter((attempt) => attempt.purpose.kind === purpose && attempt.ending?.kind === 'lost').length >=
        mostLosses);
}
/** How many sets of values were tried to reach the target: neither the baseline nor what simplifies a winner. */
function searchedTrials({ trials }) {
    return trials.filter(({ trial, undoes }) => trial > 0 && undoes === null).length;
}
/** Seconds of training so far, all attempts together. */
function spentSeconds(state) {
    return state.trials.flatMap((trial) => trial.attempts).reduce((sum, attempt) => sum + attempt.seconds, 0);
}

;// CONCATENATED MODULE: ./src/study/verdict.ts



/** Where every trial stands under this goal, trial n at index n: proof 4 of ARCHITECTURE.md. */
function standingsOf(trials, goal) {
    let experience = noExperience;
    return trials.map((trial) => {
        const standing = standingOf(trial, goal, experience);
        if (standing.kind === 'confirmed' || standing.kind === 'refuted')
            experience = learn(experience, marginsOf(standing.values, goal.target));
        return standing;
    });
}
function standingOf(trial, goal, experience) {
    // What simplifies a winner is not searched for: its first run already is its proof.
    if (trial.undoes !== null)
        return provenSoFar(trial, null, goal, experience);
    const { target } = goal;
    const purpose = trial.trial === 0 ? 'baseline' : 'search';
    const first = completed(trial, purpose);
    if (first === undefined)
        return givenUp(trial, purpose)
            ? { kind: 'failed', why: 'vanished three times' }
            : { kind: 'open', next: { kind: purpose } };
    const problem = problemOf(first, target);
    if (problem !== null)
        return { kind: 'failed', why: problem };
    const score = verdict_valueOf(first, target);
    if (score === null)
        return { kind: 'failed', why: `told no ${target.metric}` };
    return reaches(score, target) ? provenSoFar(trial, score, goal, experience) : { kind: 'missed', score };
}
/** `searched` is what made the trial a candidate; it was chosen for being good and proves nothing. */
function provenSoFar(trial, searched, { target, repeats }, experience) {
    const values = [];
    let note = null;
    for (let repeat = 0;; repeat += 1) {
        const seen = searched === null ? values : [searched, ...values];
        const attempt = completed(trial, 'confirmation', repeat);
        if (attempt === undefined && !givenUp(trial, 'confirmation')) {
            const next = { kind: 'confirmation', repeat };
            return seen.length === 0 ? { kind: 'open', next } : { kind: 'candidate', score: verdict_mean(seen), next };
        }
        const value = attempt === undefined || problemOf(attempt, target) !== null ? null : verdict_valueOf(attempt, target);
        if (attempt === undefined || value === null)
            return seen.length === 0
                ? { kind: 'failed', why: 'did not run through' }
                : { kind: 'refuted', score: verdict_mean(seen), values };
        values.push(value);
        if (repeat === 0 && !reaches(value, target))
            return searched === null
                ? { kind: 'missed', score: value }
                : { kind: 'refuted', score: verdict_mean([searched, value]), values };
        note = repeat === 0 ? whyOnce(attempt) : note;
        const judgement = note === null ? judge(marginsOf(values, target), repeats, experience) : 'believed';
        if (judgement === 'believed')
            return { kind: 'confirmed', score: verdict_mean(values), values, note };
        if (judgement === 'refuted')
            return { kind: 'refuted', score: verdict_mean(values), values };
    }
}
/** Why one run is all the proof there can be; `null`: re-seeded repeats tell more. */
function whyOnce({ randomness }) {
    if (randomness === null)
        return 'one run: which random streams the training uses could not be seen';
    if (randomness.sources.length === 0)
        return 'one run: nothing in the training is random, repeats would be equal';
    if (randomness.shared)
        return 'one run: split and training draw from one random stream that cannot be told apart';
    return null;
}
/** Why an attempt cannot count, in a few words; `null`: it can. */
function problemOf({ ending, mismatches }, target) {
    if (mismatches.length > 0)
        return mismatches.join('; ');
    switch (ending?.kind) {
        case 'finished':
            return null;
        case 'failed':
            return `${ending.failure.type}: ${ending.failure.message}`;
        case 'timed-out':
            return `took more than ${Math.round(ending.limit)} s`;
        default:
            return `did not end, no ${target.metric}`;
    }
}
function verdict_valueOf(attempt, target) {
    return observationOf(attempt, target)?.value ?? null;
}
function reaches(value, { value: goal, direction }) {
    if (goal === null)
        return false;
    return direction === 'maximise' ? value >= goal : value <= goal;
}
/** A metric value turned so that more is better, as `search/` counts. */
function oriented(value, { direction }) {
    return direction === 'maximise' ? value : -value;
}
/** How far beyond the target each value lies, in the metric's unit; negative: it misses. */
function marginsOf(values, target) {
    return values.map((value) => oriented(value, target) - oriented(target.value ?? 0, target));
}
function verdict_mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

;// CONCATENATED MODULE: ./src/report/wording.ts



/** `accuracy ≥ 97 %`, or what there is instead of a target. */
function describeTarget({ metric, direction, value }) {
    if (value === null)
        return `none; ${safeLine(metric, 40)} is only reported`;
    return `${safeLine(metric, 40)} ${direction === 'maximise' ? '≥' : '≤'} ${formatTarget(value, metric)}`;
}
/** Whether `a` is better than `b`. */
function isBetter(a, b, { direction }) {
    return direction === 'maximise' ? a > b : a < b;
}
/** `units 32 → 64, rate 0.01 → 0.003`. */
function describeChanges(changes) {
    return changes
        .map(({ hyperparameter, before, after }) => `${safeLine(hyperparameter.name, 40)} ${shown(before)} → ${shown(after)}`)
        .join(', ');
}
function shown(value) {
    return safeLine(formatValue(value), 40);
}
/** A target worth trying when none was given: a tenth of the error less, or a fifth of what is missing to 1. */
function proposeTarget(value, { metric, direction }) {
    const bounded = metricNamed(metric)?.fraction === true || metricNamed(metric)?.name === 'r2';
    if (bounded && direction === 'maximise' && value < 1)
        return String(Number((value + (1 - value) / 5).toFixed(2)));
    const step = Math.abs(value) / 10;
    return formatNumber(Number((direction === 'maximise' ? value + step : value - step).toPrecision(2)));
}
/** `1 trial`, `3 trials`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** The files that a script saved, a few of them by name. */
function describeSaved(files) {
    const named = files.slice(0, 4).map((path) => safeLine(path, 60));
    const rest = files.length - named.length;
    return `${named.join(', ')}${rest === 0 ? '' : ` and ${count(rest, 'more file')}`}`;
}

;// CONCATENATED MODULE: ./src/report/proof-wording.ts




/** How the winner was proven: one sentence. */
function describeConfirmation({ values, mean, interval, note }, { target }) {
    const show = (number) => formatAgainst(number, target.value, target.metric);
    const runs = values.map((number) => `${show(number)}${reaches(number, target) ? '' : ' (misses it)'}`).join(', ');
    const average = values.length < 2 ? '' : `; mean ${show(mean)}`;
    const over = { seeds: 'over the seeds', rows: 'over the evaluated rows', folds: 'over the folds' };
    const spread = interval === null
        ? ''
        : `; 95 % interval ${over[interval.over]} ${formatMetric(interval.low, target.metric)} to ${formatMetric(interval.high, target.metric, interval.low)}`;
    return `${count(values.length, 'complete run')}: ${runs}${average}${spread}${note === null ? '' : `. ${note.charAt(0).toUpperCase()}${note.slice(1)}`}`;
}
/** What is said of the diff: whether all of it is needed. */
function diffNotice({ verdict, minimal, best }) {
    if (verdict !== 'reached')
        return 'The diff is as the search found it, not proven to reach the target.';
    if (!minimal)
        return 'The diff is as the search found it. The command report tries to do without each change.';
    return (best?.changes.length ?? 0) > 1
        ? 'The diff is as small as it can be: without any of these changes the target was missed.'
        : 'The diff is as small as it can be.';
}
/** How often the test set has chosen; empty where that says nothing. */
function describeWear({ wear, target }) {
    if (wear === null || wear.optimism === 0)
        return '';
    const most = formatMetric(wear.optimism, target.metric, 0.5);
    const advice = wear.advisable ? ': worth a look at fresh data' : '';
    return `chose among ${count(wear.results, 'result')} on ${count(wear.rows, 'row')}; by chance alone the best can look up to ${most} too good${advice}`;
}
/** Changes that turned out not to be needed; empty when there are none. */
function describeUndone({ undone }) {
    if (undone.length === 0)
        return '';
    const names = undone.map(({ hyperparameter }) => safeLine(hyperparameter.name, 40)).join(', ');
    return `${names}: the target is reached without changing ${undone.length === 1 ? 'it' : 'them'}`;
}

;// CONCATENATED MODULE: ./src/report/verdict-wording.ts




/**
 * The words for an outcome. What to do next is said as a change to the command that was typed: its flags say
 * which study is meant.
 */
function verdictWording(outcome, applied) {
    const { target, trials, best } = outcome;
    const metric = safeLine(target.metric, 40);
    const script = safeLine(outcome.script);
    const goal = target.value === null ? '' : formatTarget(target.value, target.metric);
    const changed = best !== null && best.changes.length > 0;
    const tried = triedIn(trials);
    const more = Math.max(40, tried * 2);
    const kept = keptWording(outcome);
    switch (outcome.verdict) {
        case 'reached':
            return {
                headline: `Target reached: ${metric} ${value(outcome)}, target ${goal}`,
                good: true,
                explained: changed
                    ? `${count(tried, 'trial')} tried; the winner is confirmed by complete runs.`
                    : 'The script reaches its target as it is. Nothing has to change.',
                next: changed && !applied ? [`put it into ${script}: the same command with --apply`] : [],
            };
        case 'reached-unconfirmed':
            return {
                headline: `Target reached in one run: ${metric} ${value(outcome)}, target ${goal}; not confirmed`,
                good: true,
                explained: 'One run can be lucky. Confirmed means that repeated complete runs reach the target, too.',
                next: ['confirm it: the same command with run'],
            };
        case 'below-target':
            return {
                headline: `Target not reached: ${metric} ${value(outcome)}, target ${goal}`,
                good: false,
                explained: tried === 0 ? 'No trial was run; this is the script as it is.' : `${count(tried, 'trial')} tried. ${kept}`,
                next: [
                    tried === 0
                        ? 'search for better values: the same command with run'
                        : `go on with the search: the same command with --trials ${more}, or a longer --time if you gave one`,
                ],
            };
        case 'exhausted':
            return {
                headline: `Every combination was tried: ${metric} ${value(outcome)}, target ${goal}`,
                good: false,
                explained: `${count(tried, 'trial')} tried, and there are no more. ${kept}`,
                next: ['let more hyper-parameters vary: fewer --keep, fewer --tune'],
            };
        case 'impossible':
            return {
                headline: `Target out of reach: ${metric} ${value(outcome)}, target ${goal}`,
                good: false,
                explained: `${count(tried, 'trial')} tried, none came near the target. ${kept}`,
                next: ['lower the target, or change the model or the data: these hyper-parameters alone do not get there'],
            };
        case 'no-target':
            return noTarget(outcome, metric);
    }
}
function noTarget({ target, baseline }, metric) {
    const observed = baseline.observation?.value ?? null;
    return {
        headline: observed === null
            ? `Trained, but no ${metric} was seen`
            : `Trained: ${metric} ${formatMetric(observed, target.metric)}`,
        good: observed !== null,
        explained: `There is no target: ${metric} has no value that is good for everyone.`,
        next: observed === null
            ? []
            : [`set one: the same command with --target ${proposeTarget(observed, target)}, if that would be good enough`],
    };
}
/** What is left of the search when it did not reach the target. */
function keptWording(outcome) {
    const { best, target } = outcome;
    if (best === null || best.trial === 0 || !improves(outcome)) {
        return 'Nothing that was tried is better than the script as it is.';
    }
    const lucky = best.observation !== null && reaches(best.observation.value, target);
    const luck = `Trial ${best.trial} reached the target once, but not when it was repeated: a lucky run. `;
    return `${lucky ? luck : ''}The best result is kept.`;
}
/** Whether the best trial is better than the script as it was. */
function improves({ baseline, best, target }) {
    const [before, after] = [baseline.observation?.value, best?.observation?.value];
    return after !== undefined && (before === undefined || isBetter(after, before, target));
}
/** `84.3 % → 97.2 %`, with the confirmed mean where there is one. */
function value(outcome) {
    const { baseline, best, confirmation, target } = outcome;
    const after = confirmation?.mean ?? best?.observation?.value ?? null;
    const before = baseline.observation?.value ?? null;
    const shown = (number) => number === null ? 'unknown' : formatAgainst(number, target.value, target.metric);
    if (best === null || best.trial === 0)
        return shown(after ?? before);
    return `${shown(before)} → ${shown(after)}`;
}
/** How many sets of values were tried to reach the target. */
function triedIn(trials) {
    return trials.filter(({ undoes }) => undoes === null).length;
}

;// CONCATENATED MODULE: ./src/report/summary-markdown.ts





/** GitHub takes a step summary of a megabyte, a comment of 65,536 characters: this fits into both. */
const most = 60_000;
const mostTrials = 60;
const mostChanges = 60;
/** How a study ended, as Markdown. Whatever comes from a script is data: never a mention, never markup. */
function summaryMarkdown(outcome, applied = false) {
    const { next } = verdictWording(outcome, applied);
    const before = opening(outcome);
    const after = [trialTable(outcome), files(outcome), nextSteps(next)];
    const room = most - [...before, ...after].join('\n\n').length - 1000;
    const diff = outcome.diff === '' || !improves(outcome) ? '' : diffBlock(outcome.diff, diffNotice(outcome), Math.max(1000, room));
    return `${[...before, diff, ...after].filter((part) => part !== '').join('\n\n')}\n`;
}
/** The same for a place that shows the diff itself and knows nothing of files on a machine: a pull request. */
function outcomeMarkdown(outcome) {
    return [...opening(outcome), trialTable(outcome)].filter((part) => part !== '').join('\n\n');
}
function opening(outcome) {
    const { headline, good, explained } = verdictWording(outcome, true);
    const changed = improves(outcome) ? [changes(outcome)] : [];
    return [`## ${good ? '✅' : '❌'} ${words(headline)}`, words(explained), facts(outcome), ...changed];
}
function facts(outcome) {
    const { script, baseline, best, confirmation, target, seconds, trials } = outcome;
    const shown = ({ observation, problem }) => observation === null
        ? words(problem ?? 'no metric seen')
        : formatAgainst(observation.value, target.value, target.metric);
    const rows = [
        ['script', inlineCode(script)],
        ['before', shown(baseline)],
        ...(best === null || best.trial === 0 ? [] : [['after', `${shown(best)} (trial ${best.trial})`]]),
        ['target', words(describeTarget(target))],
        ...(confirmation === null ? [] : [['confirmed by', words(describeConfirmation(confirmation, outcome))]]),
        ...(describeUndone(outcome) === '' ? [] : [['undone', words(describeUndone(outcome))]]),
        ...(describeWear(outcome) === '' ? [] : [['test set', words(describeWear(outcome))]]),
        ['took', `${formatSeconds(seconds)}, trials: ${triedIn(trials)}`],
    ];
    return ['| | |', '|---|---|', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n');
}
function changes({ best }) {
    const all = best?.changes ?? [];
    if (all.length === 0)
        return '';
    const rows = all.slice(0, mostChanges).map(({ hyperparameter: { name, path, place }, before, after }) => {
        const [was, is] = [before, after].map((value) => inlineCode(formatValue(value), 60));
        return `| ${inlineCode(name, 60)} | ${was} | ${is} | ${inlineCode(`${path}:${place.start.line}`)} |`;
    });
    return ['### Changed', '', '| hyper-parameter | before | after | place |', '|---|---|---|---|', ...rows].join('\n');
}
function diffBlock(diff, notice, room) {
    const cutShort = diff.length > room ? ' It is longer than fits here; the file holds all of it.' : '';
    return `${fenced(diff, 'diff', room)}\n\n${notice}${cutShort}`;
}
function trialTable({ trials, target }) {
    if (trials.length === 0)
        return '';
    const rows = trials.slice(-mostTrials).map(({ trial, changes: changed, observation, problem, seconds }) => {
        const value = observation === null
            ? words(problem ?? 'no metric seen', 120)
            : formatAgainst(observation.value, target.value, target.metric);
        const values = changed
            .map(({ hyperparameter, after }) => `${hyperparameter.name}=${formatValue(after)}`)
            .join(', ');
        return `| ${trial} | ${value} | ${formatSeconds(seconds)} | ${values === '' ? '' : inlineCode(values, 200)} |`;
    });
    const all = trials.length > mostTrials ? `, the last ${mostTrials} of ${trials.length}` : '';
    const head = ['| trial | result | took | values |', '|---|---|---|---|'];
    return ['<details><summary>Trials' + all + '</summary>', '', ...head, ...rows, '', '</details>'].join('\n');
}
function files({ files: { study, model, saved, diff, summary } }) {
    const rows = Object.entries({ model, saved: saved?.folder ?? null, diff, summary, study }).flatMap(([name, path]) => {
        if (path === null)
            return [];
        const more = name === 'saved' ? `, by the script itself: ${words(describeSaved(saved?.files ?? []))}` : '';
        return [`- ${name}: ${inlineCode(path, 400)}${more}`];
    });
    return rows.join('\n');
}
function nextSteps(next) {
    return next.length === 0 ? '' : ['### Next', '', ...next.map((line) => `- ${words(line)}`)].join('\n');
}

;// CONCATENATED MODULE: ./src/errors.ts
/** Exit codes of every command (ARCHITECTURE.md, "Commands"). */
const exitCodes = {
    done: 0,
    bug: 1,
    mistake: 2,
    belowTarget: 3,
    refused: 4,
    machine: 5,
};
/**
 * Something the user can act on. The message says what happened, to what, and what was expected;
 * `help` says what to do. Shown without a stack; anything else that is thrown is a bug of ours.
 *
 * - `mistake`: in the settings or the script. Exit code 2.
 * - `refused`: we understood, and will not do it, for a reason. Exit code 4.
 * - `machine`: disk, network, interpreter, another process. Exit code 5.
 */
class UserError extends Error {
    name = 'UserError';
    kind;
    code;
    help;
    place;
    constructor(kind, code, message, more = {}) {
        super(message, more.cause === undefined ? undefined : { cause: more.cause });
        this.kind = kind;
        this.code = code;
        this.help = more.help;
        this.place = more.place;
    }
}
/** The exit code that belongs to anything thrown. */
function exitCodeOf(anything) {
    const thrown = firstOf(anything);
    return thrown instanceof UserError ? exitCodes[thrown.kind] : exitCodes.bug;
}
/** What the person at the terminal reads for anything thrown, also for throws that are no `Error`. */
function describeError(anything) {
    const thrown = firstOf(anything);
    if (thrown instanceof UserError) {
        const place = thrown.place === undefined ? '' : `${describePlace(thrown.place)}: `;
        return `${place}${thrown.message}${thrown.help === undefined ? '' : `\n  → ${thrown.help}`}`;
    }
    if (thrown instanceof Error)
        return `A bug in Retune: ${thrown.stack ?? thrown.message}${describeCause(thrown)}`;
    return `A bug in Retune: something other than an error was thrown: ${String(thrown)}`;
}
/** What went wrong first: cleaning up after it (`await using`) may have failed as well, of the same cause. */
function firstOf(thrown) {
    return thrown instanceof Error && 'suppressed' in thrown ? firstOf(thrown.suppressed) : thrown;
}
function describePlace({ file, line, column }) {
    if (line === undefined)
        return file;
    return column === undefined ? `${file}:${line}` : `${file}:${line}:${column + 1}`;
}
function describeCause(error) {
    return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack ?? error.cause.message}` : '';
}

;// CONCATENATED MODULE: ./src/github/problem.ts

const permissions = 'Give the job what it needs, in the workflow: permissions: contents: write, pull-requests: write, checks: write.';
/** The first that fits counts. The texts are GitHub's own. */
const known = [
    {
        status: 403,
        says: /not permitted to create or approve pull requests/i,
        code: 'pull-requests-forbidden',
        help: 'Switch on "Allow GitHub Actions to create and approve pull requests": Settings → Actions → General → ' +
            'Workflow permissions (an organisation may have to allow it first).',
    },
    { status: 403, says: /resource not accessible/i, code: 'permission', help: permissions },
    {
        status: 403,
        says: /rate limit|abuse/i,
        code: 'rate-limit',
        help: 'Run the job again in an hour; nothing is lost.',
    },
    {
        status: 403,
        says: /./,
        code: 'permission',
        help: permissions,
    },
    { status: 401, says: /./, code: 'token', help: 'The token is not valid (any more): look at the input token.' },
    {
        status: 404,
        says: /./,
        code: 'permission',
        help: `Not found, or not to be seen with this token. ${permissions}`,
    },
    {
        status: 422,
        says: /protected|rule violations|cannot (create|update) ref/i,
        code: 'protected',
        help: 'A rule of the repository protects branches named retune/…: allow GitHub Actions to write them.',
    },
    { status: 429, says: /./, code: 'rate-limit', help: 'Run the job again in an hour; nothing is lost.' },
    { status: 500, says: /./, code: 'github-down', help: 'GitHub has a difficulty: run the job again; nothing is lost.' },
];
/** Does something with the API; what fails is told as what was tried, what GitHub said, what helps. */
async function asking(toDo, work) {
    try {
        return await work();
    }
    catch (error) {
        const status = statusOf(error);
        if (status === null || !(error instanceof Error))
            throw error;
        const { message } = error;
        const found = known.find((one) => one.status === Math.min(status, 500) && one.says.test(message));
        throw new UserError('machine', found?.code ?? 'github', `GitHub did not let us ${toDo}: ${status} ${message}`, {
            help: found?.help,
            cause: error,
        });
    }
}
/** The HTTP status of an error of the API's client; `null` for any other error, 0 where no answer came. */
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('status' in error))
        return null;
    return typeof error.status === 'number' ? error.status : null;
}
/** The answer, or `null` where GitHub says that there is no such thing. */
async function ifThere(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (statusOf(error) === 404)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/github/check-run.ts

/** GitHub takes 65,535 characters. */
const check_run_most = 65_000;
/** A missed target is no broken build: the check is then neutral. */
async function showCheck({ rest, at }, check) {
    const { commit, name, good, title, summary, link } = check;
    await asking('show the result as a check of the commit', () => rest.checks.create({
        ...at,
        name,
        head_sha: commit,
        status: 'completed',
        conclusion: good ? 'success' : 'neutral',
        details_url: link,
        output: { title, summary: summary.slice(0, check_run_most) },
    }));
}

;// CONCATENATED MODULE: ./src/github/client.ts
async function connect({ owner, repo, apiUrl }, token) {
    const { getOctokit } = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(413)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2413));
    const { rest } = getOctokit(token, { baseUrl: apiUrl, request: { timeout: 60_000 } });
    return { rest, at: { owner, repo } };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/github/edit-commit.ts



/**
 * Makes the commit through the API, without a clone. A file that is not, in the parent, what the edit was made
 * for is refused: the diff would show more than the edits.
 */
async function createEditCommit(github, { parent, edits, message }) {
    const { rest, at } = github;
    const root = await asking('read the pushed commit', async () => {
        const { data } = await rest.git.getCommit({ ...at, commit_sha: parent });
        return data.tree.sha;
    });
    const entries = [];
    for (const edit of edits) {
        const { mode, sha } = await entryAt(github, root, edit.path);
        if (sha !== blobHash(edit.before))
            throw differs(edit.path, parent);
        entries.push({ path: edit.path, mode, type: 'blob', sha: await createBlob(github, edit.after) });
    }
    return await asking('create a commit', async () => {
        const { data: tree } = await rest.git.createTree({ ...at, base_tree: root, tree: entries });
        const { data: commit } = await rest.git.createCommit({ ...at, message, tree: tree.sha, parents: [parent] });
        return commit.sha;
    });
}
async function createBlob({ rest, at }, text) {
    const content = Buffer.from(text, 'utf8').toString('base64');
    return await asking('store a file', async () => {
        const { data } = await rest.git.createBlob({ ...at, content, encoding: 'base64' });
        return data.sha;
    });
}
/** Goes down folder by folder: the recursive listing of a large repository is cut off. */
async function entryAt({ rest, at }, root, path) {
    const parts = path.split('/');
    let tree = root;
    for (const [depth, name] of parts.entries()) {
        const { data } = await asking('read the files of the pushed commit', () => rest.git.getTree({ ...at, tree_sha: tree }));
        const entry = data.tree.find((one) => one.path === name);
        const last = depth === parts.length - 1;
        if (last && entry?.type === 'blob' && (entry.mode === '100644' || entry.mode === '100755')) {
            return { mode: entry.mode, sha: entry.sha };
        }
        if (last || entry?.type !== 'tree')
            break;
        tree = entry.sha;
    }
    throw new UserError('refused', 'not-in-commit', `${path} is no plain file of the pushed commit.`, {
        help: 'Commit the script and push it; only what is in the repository can be changed by a pull request.',
        place: { file: path },
    });
}
/** The name that git gives to a file's content. */
function blobHash(text) {
    const bytes = Buffer.from(text, 'utf8');
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function differs(path, commit) {
    return new UserError('refused', 'not-as-pushed', `${path} was trained with another content than commit ${commit.slice(0, 12)} has: the pull request would change more than the edits.`, { help: 'Let no step between checkout and Retune change the script, line ends included.', place: { file: path } });
}

;// CONCATENATED MODULE: ./src/github/edit-branch.ts



/** A commit of ours carries this line: what we made we may replace. */
const trailer = 'Retune-Study';
/**
 * Lets a branch hold exactly one commit of ours on top of the pushed one. Done again it changes nothing; a branch
 * on which a person went on is left to that person.
 */
async function writeEditBranch(github, wanted) {
    const { rest, at } = github;
    const { branch, study } = wanted;
    const message = `${wanted.message}\n\n${trailer}: ${study}\n`;
    const head = await asking(`read branch ${branch}`, () => headOf(github, branch));
    if (head !== null && !isOurs(head, study))
        throw notOurs(branch);
    const commit = await createEditCommit(github, { ...wanted, message });
    if (head === null) {
        await asking(`create branch ${branch}`, () => rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit }));
        return;
    }
    const { data: made } = await asking('read a commit', () => rest.git.getCommit({ ...at, commit_sha: commit }));
    const same = head.tree === made.tree.sha && head.parents.join() === wanted.parent && head.message === made.message;
    if (same)
        return;
    await asking(`update branch ${branch}`, () => rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha: commit, force: true }));
}
async function headOf({ rest, at }, branch) {
    const ref = await ifThere(rest.git.getRef({ ...at, ref: `heads/${branch}` }));
    if (ref === null)
        return null;
    const { data } = await rest.git.getCommit({ ...at, commit_sha: ref.data.object.sha });
    return { tree: data.tree.sha, parents: data.parents.map(({ sha }) => sha), message: data.message };
}
function isOurs({ message }, study) {
    return message.trimEnd().endsWith(`\n${trailer}: ${study}`);
}
function notOurs(branch) {
    return new UserError('refused', 'branch-taken', `Branch ${branch} holds a commit that is not Retune's; it is left as it is.`, {
        help: 'Merge or delete the branch, then run the job again.',
    });
}

;// CONCATENATED MODULE: ./src/github/pull-request.ts


/** Opens the pull request of a study, or brings the one that is there up to date. */
async function propose(github, proposal) {
    const { rest, at } = github;
    const { base, branch, title, body } = proposal;
    const known = await asking('look for an open pull request', async () => {
        const { data } = await rest.pulls.list({ ...at, head: `${at.owner}:${branch}`, base, state: 'all', per_page: 100 });
        return data.find(({ state }) => state === 'open') ?? data[0];
    });
    if (known !== undefined && known.state !== 'open') {
        const state = known.merged_at === null ? 'declined' : 'merged';
        return { number: known.number, url: known.html_url, state };
    }
    await writeEditBranch(github, proposal);
    if (known === undefined) {
        const { data } = await asking('open a pull request', () => rest.pulls.create({ ...at, base, head: branch, title, body, maintainer_can_modify: true }));
        return { number: data.number, url: data.html_url, state: 'opened' };
    }
    const { data } = await asking('update the pull request', () => rest.pulls.update({ ...at, pull_number: known.number, title, body }));
    return { number: data.number, url: data.html_url, state: 'updated' };
}

;// CONCATENATED MODULE: ./src/report/pull-request-text.ts




/** GitHub takes 65,536 characters. */
const mostBody = 65_000;
const mostTitle = 120;
/** The words of the pull request that carries a confirmed winner. `run` is the page of the run that found it. */
function pullRequestText(outcome, run) {
    const title = cut(`Tune ${safeLine(outcome.script, 60)}: ${gain(outcome)}`, mostTitle);
    const body = [
        'Retune edited the hyper-parameters of this script until it reached its target. The diff holds these edits and nothing else.',
        outcomeMarkdown(outcome),
        '---',
        `Found by [this run](${run}), study \`${outcome.study}\`. Checks of a pull request that was opened with the ` +
            "workflow's own token wait for somebody with write access to start them. Closed without a merge, it is not opened again.",
    ].join('\n\n');
    return { title, body: cut(body, mostBody), message: title };
}
/** `accuracy 93.5 % → 98.5 %`. */
function gain({ baseline, best, confirmation, target }) {
    const shown = (value) => value === undefined ? 'unknown' : formatAgainst(value, target.value, target.metric);
    const after = confirmation?.mean ?? best?.observation?.value;
    return `${safeLine(target.metric, 40)} ${shown(baseline.observation?.value)} → ${shown(after)}`;
}
/** A short notice that the best model is there, and where. */
function readyText(outcome, where) {
    const model = outcome.files.model === null ? '' : ` The model: ${safeLine(outcome.files.model, 300)}.`;
    return `${words(`${outcome.script}: ${gain(outcome)}, confirmed.`)}${where === null ? '' : ` ${where}`}${model}`;
}
/** The branch of a study's pull request. Its name tells people the script, its end tells us the study. */
function branchOf({ script, study }) {
    const word = script
        .replace(/\.[^./]*$/, '')
        .replace(/[^A-Za-z0-9_]+/g, '-')
        .replace(/^-+|-+$/g, '');
    const hash = study.slice(study.lastIndexOf('-') + 1);
    return `retune/${word === '' ? 'study' : word.slice(0, 60)}-${hash}`;
}

;// CONCATENATED MODULE: ./src/commands/publish.ts






/** What the last job tells GitHub: the pull request, a check of the commit, "best model ready". */
async function publish(outcome, edits, { settings, run, step }) {
    if (settings.token === null)
        return;
    const github = await connect(run, settings.token);
    // First the check: it can be had also where the pull request is not allowed.
    await tryCheck(github, outcome, run, step);
    const opened = await pullRequest(github, outcome, edits, { settings, run, step });
    if (opened !== null)
        step.output('pull-request', opened.url);
    if (outcome.verdict !== 'reached')
        return;
    const where = opened === null ? null : placeOf(opened);
    step.annotate({ level: 'notice', title: 'Best model ready', message: readyText(outcome, where) });
    if (where !== null)
        await step.summarise(where);
}
async function pullRequest(github, outcome, edits, { settings, run, step }) {
    if (outcome.verdict !== 'reached' || edits.length === 0 || settings.pullRequest === 'none')
        return null;
    if (run.branch === null) {
        const message = 'A tag was pushed: there is no branch that a pull request could be merged into. The diff is in the summary.';
        step.annotate({ level: 'notice', title: 'No pull request', message });
        return null;
    }
    const branch = branchOf(outcome);
    const { commit: parent, branch: base } = run;
    return await propose(github, {
        ...pullRequestText(outcome, run.url),
        edits,
        parent,
        base,
        branch,
        study: outcome.study,
    });
}
/** A check needs a permission that not everybody gives; without it the summary says the same. */
async function tryCheck(github, outcome, { commit, url }, step) {
    const name = `retune: ${outcome.script}`;
    const good = outcome.verdict === 'reached';
    const title = good ? `Best model ready: ${gain(outcome)}` : `Target not reached: ${gain(outcome)}`;
    try {
        await showCheck(github, { commit, name, good, title, summary: outcomeMarkdown(outcome), link: url });
    }
    catch (error) {
        if (!(error instanceof UserError))
            throw error;
        step.annotate({
            level: 'notice',
            title: 'No check at the commit',
            message: `${error.message} ${error.help ?? ''}`,
        });
    }
}
function placeOf({ number, url, state }) {
    const states = {
        opened: `Pull request [#${number}](${url}) is open.`,
        updated: `Pull request [#${number}](${url}) is up to date.`,
        merged: `Pull request [#${number}](${url}) was merged already.`,
        declined: `Pull request [#${number}](${url}) was closed by somebody; it was not opened again.`,
    };
    return states[state];
}

;// CONCATENATED MODULE: ./src/commands/terminal.ts
/** The exit code of an interrupted command, as shells count SIGINT. */
const interruptedCode = 130;

;// CONCATENATED MODULE: ./src/commands/step-facts.ts





/** Names under which the step keeps texts for its post step. */
const remembered = { study: 'study', folder: 'folder', cache: 'cache', ended: 'ended' };
/** Hands a fact on as soon as it is known: whatever is killed later, this much is left. */
function handOn(fact, step) {
    const leave = (texts) => {
        for (const [name, text] of texts)
            step.output(name, text);
    };
    switch (fact.kind) {
        case 'study':
            step.output('study', fact.id);
            step.remember(remembered.study, fact.id);
            step.remember(remembered.folder, fact.folder);
            step.remember(remembered.cache, fact.cache);
            return;
        case 'scripts':
            step.output('scripts', JSON.stringify(fact.scripts));
            return;
        case 'programs':
            // More than one program has no place in outputs that are named for one.
            for (const program of fact.programs.length === 1 ? fact.programs : [])
                leave(outputsOfProgram(program));
            return;
        case 'outcome':
            leave(outputsOfOutcome(fact.outcome));
    }
}
/** Writes the step's page; the jobs that report tell GitHub, too. */
async function conclude(facts, { command, code, settings, run }, step) {
    if (code !== interruptedCode)
        step.remember(remembered.ended, 'yes');
    for (const fact of facts)
        if (fact.kind === 'scripts')
            await step.summarise(fenced(fact.told, 'text', 20_000));
    const ended = facts.find((fact) => fact.kind === 'outcome');
    if (ended === undefined)
        return;
    await step.summarise(summaryMarkdown(ended.outcome));
    if (run !== null && reporting.includes(command))
        await publish(ended.outcome, ended.edits, { settings, run, step });
}
const reporting = ['run', 'report'];

;// CONCATENATED MODULE: ./src/program/program.ts
/** The frameworks we know by name; `a+b` in `Program.framework` where both are really used. */
const frameworks = [
    'keras',
    'tensorflow',
    'pytorch',
    'lightning',
    'scikit-learn',
    'xgboost',
    'lightgbm',
    'catboost',
    'hf-transformers',
    'flax',
    'jax',
    'statsmodels',
    'numpy',
    'none',
];
const families = [
    'cnn',
    'mlp',
    'rnn',
    'transformer',
    'cnn+rnn',
    'autoencoder',
    'gan',
    'gnn',
    'rl',
    'recsys',
    'linear-regression',
    'logistic-regression',
    'linear-classifier',
    'glm',
    'mixed-lm',
    'svm',
    'knn',
    'decision-tree',
    'random-forest',
    'boosting',
    'ensemble',
    'naive-bayes',
    'lda',
    'gaussian-process',
    'clustering',
    'anomaly-detection',
    'topic-model',
    'density',
    'timeseries',
    'dim-reduction',
    'multi',
    'none',
];

;// CONCATENATED MODULE: ./src/environments/lock-text.ts
/** The Pythons (`3.11`) for which every package of a lock has a wheel: its first line. */
function pythonsOf({ text, path }) {
    const pythons = /^# pythons:((?: \d+\.\d+)+)$/m.exec(text)?.[1];
    if (pythons === undefined)
        throw new Error(`${path} does not say for which Pythons it is`);
    return pythons.trim().split(' ');
}
/** The index that a lock names, if it names one. */
function indexOf({ text }) {
    return /^--index-url (\S+)$/m.exec(text)?.[1] ?? null;
}
/** Every requirement as one line, `name==version ; marker`, without hashes, options and comments. */
function pinsOf({ text }) {
    return text
        .split('\n')
        .filter((line) => /^[A-Za-z0-9]/.test(line))
        .map((line) => line.replace(/ *\\?$/, ''));
}
/**
 * The packages that are there after an install on any platform and Python: those without a marker, and
 * those that were asked for by name (a package with two builds is asked for once for each).
 */
function contentsOf(requirements, locks) {
    const everywhere = locks.flatMap(pinsOf).filter((pin) => !pin.includes(';'));
    return new Set([...everywhere, ...pinsOf(requirements)].map((line) => canonicalName(nameIn(line))));
}
function nameIn(requirement) {
    return /^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? '';
}
/** Names that differ only in case, dots, dashes and underscores are one package (PEP 503). */
function canonicalName(distribution) {
    return distribution.toLowerCase().replace(/[-_.]+/g, '-');
}

;// CONCATENATED MODULE: ./src/environments/choose.ts



/**
 * The image families, the pickiest first: a script that uses several gets the first one, and the rest
 * as extra packages. PyTorch leads, since its CPU build comes from an index of its own.
 */
const choose_families = ['pytorch', 'keras', 'boosting', 'scikit-learn'];
/** What has to be installed for a script, and the name of the folder that will hold it. */
function chooseEnvironment(program, choice, locks) {
    const { family, reason } = familyOf(program) ?? { family: 'scikit-learn', reason: 'it names no framework' };
    const files = filesOf(family, locks);
    const installed = files[choice.pytorch];
    insistOnWheels(family, installed, choice.python);
    const extra = extraOf(program, contentsOf(files.requirements, installed));
    const steps = stepsOf(installed, extra);
    const texts = installed.map(({ text }) => text);
    const { version, platform } = choice.python;
    return {
        family,
        reason,
        hash: locks.digest(JSON.stringify([texts, extra.map(({ distribution }) => distribution), version, platform])),
        requirements: [...installed.map(shortName), ...extra.map(({ distribution }) => distribution)].join(' + '),
        extra,
        steps,
    };
}
const familyOfFramework = {
    keras: 'keras',
    tensorflow: 'keras',
    pytorch: 'pytorch',
    lightning: 'pytorch',
    'hf-transformers': 'pytorch',
    xgboost: 'boosting',
    lightgbm: 'boosting',
    catboost: 'boosting',
    'scikit-learn': 'scikit-learn',
    statsmodels: 'scikit-learn',
    flax: 'scikit-learn',
    jax: 'scikit-learn',
    numpy: 'scikit-learn',
    none: null,
};
/** Packages that are large or special enough to decide the family, even where they only help. */
const familyOfPackage = {
    torch: 'pytorch',
    torchvision: 'pytorch',
    keras: 'keras',
    tensorflow: 'keras',
    'tensorflow-cpu': 'keras',
    xgboost: 'boosting',
    lightgbm: 'boosting',
    catboost: 'boosting',
};
/** The family of a script, and which of its lines say so; `null` when nothing in it trains. */
function familyOf(program) {
    const used = frameworks.filter((name) => program.framework.split('+').includes(name));
    const wanted = new Set([
        ...used.map((name) => familyOfFramework[name]),
        ...program.packages.map(({ distribution }) => familyOfPackage[canonicalName(distribution)] ?? null),
    ]);
    const family = choose_families.find((name) => wanted.has(name));
    return family === undefined ? null : { family, reason: reasonFor(family, program) };
}
function reasonFor(family, { framework, packages, evidence }) {
    const modules = packages
        .filter(({ distribution }) => familyOfPackage[canonicalName(distribution)] === family)
        .map(({ module }) => module);
    const line = evidence.find(({ text }) => modules.some((module) => text.split(/\W+/).includes(module)));
    if (line !== undefined)
        return `line ${line.line}: ${line.text.trim()}`;
    return modules.length > 0 ? `it imports ${modules.join(' and ')}` : `it uses ${framework}`;
}
/** The Pythons with which a script's family can be installed: what an interpreter is looked for by. */
function pythonsFor(program, pytorch, locks) {
    const family = familyOf(program)?.family ?? 'scikit-learn';
    return commonPythons(filesOf(family, locks)[pytorch]);
}
function commonPythons([first, ...others]) {
    if (first === undefined)
        return [];
    return pythonsOf(first).filter((python) => others.every((lock) => pythonsOf(lock).includes(python)));
}
function insistOnWheels(family, installed, { path, version }) {
    const pythons = commonPythons(installed);
    if (pythons.includes(minorOf(version)))
        return;
    throw new UserError('machine', 'no-python', `${path} is Python ${version}, for which not every package is built.`, {
        help: `The ${family} environment needs Python ${pythons.join(', ')}: name one by --python.`,
    });
}
/** `3.11` of `3.11.7`. */
function minorOf(version) {
    return version.split('.').slice(0, 2).join('.');
}
function extraOf({ packages }, contents) {
    const missing = new Map();
    for (const one of packages) {
        const name = canonicalName(one.distribution);
        // It becomes an argument of the installer: an option, an address or a path is none of a script's business.
        if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name))
            throw new UserError('mistake', 'package-name', `${JSON.stringify(one.distribution)} is no package's name.`, {
                help: `The script imports ${one.module}; name a package as the package index spells it.`,
            });
        if (!contents.has(name))
            missing.set(name, one);
    }
    return [...missing].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
function stepsOf(installed, extra) {
    const locks = installed.map((lock) => {
        const index = indexOf(lock);
        return { kind: 'lock', file: lock.path, hashed: index === null, index };
    });
    if (extra.length === 0)
        return locks;
    const names = extra.map(({ distribution }) => distribution);
    return [...locks, { kind: 'names', names, within: installed.map(({ path }) => path) }];
}
function filesOf(family, { files }) {
    const found = files.get(family);
    if (found === undefined)
        throw new Error(`No requirement files for ${family}`);
    return found;
}
/** `images/keras/requirements.txt`. */
function shortName({ path }) {
    return path.split('/').slice(-3).join('/');
}

;// CONCATENATED MODULE: ./src/report/columns.ts

/** The widest line of our own text. */
const widest = 100;
/** Rows as aligned columns, at most `widest` wide: the last column gives way. */
function columns(rows, indent = '  ') {
    const widths = [];
    for (const row of rows)
        row.forEach((text, i) => (widths[i] = Math.max(widths[i] ?? 0, columns_length(text))));
    return rows.map((row) => {
        const cells = row.map((text, i) => (i === row.length - 1 ? text : pad(text, widths[i] ?? 0)));
        return cut((indent + cells.join('  ')).trimEnd(), widest);
    });
}
/** `label  text`, the text folded under itself. */
function labelled(rows, indent = '  ') {
    const wide = Math.max(0, ...rows.map(([label]) => columns_length(label)));
    return rows.flatMap(([label, text]) => (typeof text === 'string' ? columns_fold(text, widest - indent.length - wide - 2) : text).map((line, i) => cut(`${indent}${pad(i === 0 ? label : '', wide)}  ${line}`.trimEnd(), widest)));
}
/** Words in lines of at most `most`; a longer word, such as a path, stays whole. */
function columns_fold(text, most = widest) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && columns_length(last) + 1 + columns_length(word) <= most)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
function pad(text, wide) {
    return text + ' '.repeat(Math.max(0, wide - columns_length(text)));
}
function columns_length(text) {
    return Array.from(text).length;
}

;// CONCATENATED MODULE: ./src/report/style.ts
const style_plain = { colour: false };
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };
/** The text in that colour, or as it is. Lengths are measured before painting. */
function paint(style, as, text) {
    return style.colour && text !== '' ? `\u001b[${codes[as]}m${text}\u001b[0m` : text;
}

;// CONCATENATED MODULE: ./src/report/program-wording.ts




/** What a script is, in one line. */
function describeProgram({ script, trains, family, framework, confidence }) {
    if (!trains)
        return `${safeLine(script)} does not train a model, as far as reading it tells`;
    const model = family === 'none' || family === 'multi' ? 'a model' : `a model (${family})`;
    const sure = confidence >= 0.8 ? '' : `, ${Math.round(confidence * 100)} % sure`;
    return `${safeLine(script)} trains ${model} with ${framework}${sure}`;
}
/** The lines that made us say so. */
function describeEvidence(evidence, script) {
    return evidence.map(({ path, line, text }) => {
        const place = path === script ? `line ${line}` : `${safeLine(path)}:${line}`;
        return `${place.padEnd(9)} ${safeLine(text, 70)}`;
    });
}
/** The tunable places as a table: name, value, range, line. */
function placeRows(hyperparameters, script) {
    if (hyperparameters.length === 0)
        return [];
    const rows = hyperparameters.map(({ name, text, dimension, path, place }) => [
        safeLine(name, 30),
        safeLine(text, 24),
        describeRange(dimension),
        path === script ? `line ${place.start.line}` : `${safeLine(path, 40)}:${place.start.line}`,
    ]);
    return columns([['name', 'value', 'range', 'place'], ...rows]);
}
function describeRange(dimension) {
    if (dimension.kind === 'choice')
        return safeLine(dimension.choices.map(formatValue).join(', '), 40);
    const { low, high, scale } = dimension;
    return `${formatNumber(low)} … ${formatNumber(high)}${scale === 'log' ? ' (log)' : ''}`;
}
/** Why we will not go on, at its place, and what helps. */
function describeRefusal({ reason, help, line, column }, script, style) {
    const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column + 1}`}`;
    return [
        `${paint(style, 'red', 'Refused')}: ${safeLine(script)}${place}: ${safeLine(reason, 500)}`,
        ...columns_fold(safeLine(help, 500), 96).map((text, i) => (i === 0 ? `  → ${text}` : `    ${text}`)),
    ];
}

;// CONCATENATED MODULE: ./src/report/detect-text.ts




/** What a script trains and what can be tuned in it, for people. */
function detectText(program, hyperparameters, style = style_plain) {
    const { script, evidence, metric, packages, refused } = program;
    const facts = [
        ...(evidence.length === 0 ? [] : [['why', describeEvidence(evidence, script)]]),
        ...(metric === null ? [] : [['metric', `${safeLine(metric.name, 40)}, line ${metric.line}`]]),
        ...(packages.length === 0
            ? []
            : [['packages', packages.map(({ distribution }) => safeLine(distribution, 60)).join(', ')]]),
    ];
    const lines = [
        paint(style, 'bold', describeProgram(program)),
        ...labelled(facts),
        ...placeRows(hyperparameters, script),
        ...(refused === null ? [] : describeRefusal(refused, script, style)),
    ];
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/python/parser.ts
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};

/**
 * Loads the Python grammar; the one effect that a pure room is allowed (see `layers.test.ts`).
 *
 * Each file is named by a literal `new URL` so that ncc copies it beside `dist/index.js`, and the
 * library is kept out of the bundle because its loader breaks inside one.
 */
async function load() {
    const library = __nccwpck_require__.ab + "web-tree-sitter.js";
    const { Parser, Language } = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ library)));
    const runtime = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "web-tree-sitter.wasm");
    const grammar = (0,external_node_fs_.readFileSync)(__nccwpck_require__.ab + "tree-sitter-python.wasm");
    await Parser.init({ wasmBinary: runtime });
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammar));
    return parser;
}
let loading;
/** The one parser of this process; loaded on first use. */
function pythonParser() {
    // Not `??=`: ncc's asset finder cannot read ES2021, and would leave the wasm files out of dist.
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
    if (loading === undefined)
        loading = load();
    return loading;
}

;// CONCATENATED MODULE: ./src/python/positions.ts
// Python ends a line at each of these; a form feed or U+2028 does not.
const lineEnd = /\r\n|\n|\r/g;
const byteOrderMark = '\uFEFF';
function positionsOf(text) {
    const starts = [text.startsWith(byteOrderMark) ? 1 : 0];
    const ends = [];
    for (const match of text.matchAll(lineEnd)) {
        ends.push(match.index);
        starts.push(match.index + match[0].length);
    }
    ends.push(text.length);
    const lineOf = (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    };
    const positionAt = (offset) => {
        const line = lineOf(offset);
        return { line: line + 1, column: codePoints(text.slice(starts[line], offset)) };
    };
    return {
        lines: starts.length,
        positionAt,
        rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
        offsetAt: ({ line, column }) => {
            const start = starts[line - 1] ?? text.length;
            return start + unitsOf(text.slice(start, ends[line - 1]), column);
        },
        lineText: (line) => text.slice(starts[line - 1] ?? text.length, ends[line - 1]),
    };
}
function codePoints(text) {
    const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
    return text.length - pairs;
}
function unitsOf(text, columns) {
    let units = 0;
    let left = columns;
    for (const character of text) {
        if (left === 0)
            break;
        units += character.length;
        left -= 1;
    }
    return units;
}

;// CONCATENATED MODULE: ./src/python/syntax-tree.ts


/** Reads Python source; a syntax error is data, never a throw. */
async function parsePython(text) {
    const parser = await pythonParser();
    const tree = parser.parse(text);
    if (tree === null)
        throw new Error('The Python parser gave up without a reason.');
    try {
        return readTree(tree, text);
    }
    finally {
        tree.delete();
    }
}
function readTree(tree, text) {
    const cursor = tree.walk();
    const errors = [];
    const root = readNode(cursor, null, errors);
    cursor.delete();
    const positions = positionsOf(text);
    return { text, root, positions, problem: firstProblem(errors, text, positions) };
}
// Python 2 statements, which the grammar accepts and Python 3 does not.
const foreign = ['print_statement', 'exec_statement'];
function readNode(cursor, parent, errors) {
    const node = {
        type: cursor.nodeType,
        named: cursor.nodeIsNamed,
        field: cursor.currentFieldName,
        start: cursor.startIndex,
        end: cursor.endIndex,
        parent,
        children: [],
    };
    if (node.type === 'ERROR' || cursor.nodeIsMissing || foreign.includes(node.type))
        errors.push(node);
    if (cursor.gotoFirstChild()) {
        do {
            if (cursor.nodeType !== 'comment')
                node.children.push(readNode(cursor, node, errors));
        } while (cursor.gotoNextSibling());
        cursor.gotoParent();
    }
    return node;
}
function firstProblem(errors, text, positions) {
    const first = errors.toSorted((one, other) => one.start - other.start)[0];
    if (first === undefined)
        return null;
    const { line, column } = positions.positionAt(first.start);
    const near = text.slice(first.start).trimStart().split(/\r|\n/, 1)[0] ?? '';
    return { line, column, near: near === '' ? positions.lineText(line).trim().slice(0, 60) : near.slice(0, 60) };
}
/** The child in a field, or `null`. */
function fieldOf(node, field) {
    return node.children.find((child) => child.field === field) ?? null;
}
function namedChildren(node) {
    return node.children.filter(({ named }) => named);
}
const below = new WeakMap();
/** The node and everything below it, in source order. Kept, because every question walks the same trees. */
function descendants(node) {
    const known = below.get(node);
    if (known !== undefined)
        return known;
    const found = [];
    const pending = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        found.push(next);
        for (let index = next.children.length - 1; index >= 0; index -= 1) {
            const child = next.children[index];
            if (child !== undefined)
                pending.push(child);
        }
    }
    below.set(node, found);
    return found;
}
/** The nearest node above of one of these types, or `null`. */
function ancestor(node, ...types) {
    for (let above = node.parent; above !== null; above = above.parent)
        if (types.includes(above.type))
            return above;
    return null;
}
function isInside(inner, outer) {
    return outer.start <= inner.start && inner.end <= outer.end;
}

;// CONCATENATED MODULE: ./src/python/scopes.ts

const opensScope = [
    'module',
    'function_definition',
    'lambda',
    'class_definition',
    'list_comprehension',
    'set_comprehension',
    'dictionary_comprehension',
    'generator_expression',
];
// Fields that are evaluated outside the scope that their node opens.
const outside = ['name', 'superclasses', 'return_type'];
/** Sorts every identifier of a module into bindings and uses. */
function scopesOf(root, text) {
    const scopeOf = new Map();
    const uses = [];
    const madeAt = new Map();
    const bind = (scope, node, more) => {
        const name = text.slice(node.start, node.end);
        let home = scope;
        while (home.elsewhere.has(name) && home.outer !== undefined)
            home = home.outer;
        const binding = { ...more, name, node, foreign: home !== scope };
        madeAt.set(node, binding);
        home.bindings.set(name, [...(home.bindings.get(name) ?? []), binding]);
    };
    const visit = (node, scope) => {
        if (node.type === 'identifier') {
            if (madeAt.has(node) || !isRead(node))
                return;
            uses.push(node);
            scopeOf.set(node, scope);
            return;
        }
        bindingsAt(node, (target, more) => {
            bind(scope, target, more);
        });
        if (!opensScope.includes(node.type) || node === root) {
            for (const child of node.children)
                visit(child, scope);
            return;
        }
        const inner = newScope(node, scope, text);
        for (const child of node.children)
            visit(child, outside.includes(child.field ?? '') ? scope : inner);
    };
    visit(root, newScope(root, undefined, text));
    return { scopeOf, madeAt, uses };
}
function newScope(node, outer, text) {
    const declared = node.type === 'function_definition' ? descendants(node) : [];
    const elsewhere = declared
        .filter(({ type }) => type === 'global_statement' || type === 'nonlocal_statement')
        .flatMap(namedChildren)
        .map(({ start, end }) => text.slice(start, end));
    return { node, outer, bindings: new Map(), elsewhere: new Set(elsewhere) };
}
function isRead(node) {
    const { parent, field } = node;
    if (parent?.type === 'attribute' && field === 'attribute')
        return false;
    if (parent?.type === 'keyword_argument' && field === 'name')
        return false;
    return parent?.type !== 'global_statement' && parent?.type !== 'nonlocal_statement' && parent?.type !== 'dotted_name';
}
/** Names what a node binds by itself, its children left out. */
function bindingsAt(node, bind) {
    const whole = { statement: node, effect: node.end };
    switch (node.type) {
        case 'assignment':
            bindAssignment(node, bind);
            return;
        case 'augmented_assignment':
        case 'delete_statement':
            for (const target of targetsIn(node.children[0]))
                bind(target, { ...whole, kind: 'other', value: null });
            return;
        case 'named_expression':
            for (const target of targetsIn(fieldOf(node, 'name')))
                bind(target, { ...whole, kind: 'other', value: null });
            return;
        case 'for_statement':
        case 'for_in_clause': {
            const left = fieldOf(node, 'left');
            for (const target of targetsIn(left))
                bind(target, { statement: node, effect: left?.end ?? node.start, kind: 'other', value: null });
            return;
        }
        case 'as_pattern_target':
            for (const target of targetsIn(node.children[0]))
                bind(target, { ...whole, kind: 'other', value: null });
            return;
        case 'function_definition':
        case 'class_definition': {
            const name = fieldOf(node, 'name');
            if (name !== null)
                bind(name, { statement: node, effect: name.end, kind: 'definition', value: null });
            return;
        }
        case 'parameters':
        case 'lambda_parameters':
            for (const parameter of namedChildren(node))
                bindParameter(parameter, bind);
            return;
        case 'import_statement':
        case 'import_from_statement':
        case 'future_import_statement':
            for (const name of node.children.filter(({ field }) => field === 'name')) {
                const target = fieldOf(name, 'alias') ?? namedChildren(name)[0];
                if (target !== undefined)
                    bind(target, { ...whole, kind: 'import', value: name });
            }
            return;
        default:
    }
}
function bindAssignment(node, bind) {
    const left = fieldOf(node, 'left');
    let right = fieldOf(node, 'right');
    while (right?.type === 'assignment')
        right = fieldOf(right, 'right');
    if (left === null || right === null)
        return;
    const more = { kind: 'assignment', statement: node, effect: node.end };
    if (left.type === 'identifier') {
        bind(left, { ...more, value: right });
        return;
    }
    const parts = namedChildren(left);
    const values = namedChildren(right);
    const paired = ['expression_list', 'tuple'].includes(right.type) && parts.length === values.length;
    for (const target of targetsIn(left)) {
        const value = paired ? (values[parts.indexOf(target)] ?? null) : null;
        bind(target, { ...more, kind: value === null ? 'other' : 'assignment', value });
    }
}
function bindParameter(parameter, bind) {
    const name = parameter.type === 'identifier' ? parameter : (fieldOf(parameter, 'name') ?? namedChildren(parameter)[0]);
    if (name?.type !== 'identifier')
        return;
    bind(name, { kind: 'parameter', statement: parameter, value: fieldOf(parameter, 'value'), effect: name.start });
}
const patterns = ['pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern'];
function targetsIn(pattern) {
    if (pattern === null || pattern === undefined)
        return [];
    if (pattern.type === 'identifier')
        return [pattern];
    return patterns.includes(pattern.type) ? namedChildren(pattern).flatMap(targetsIn) : [];
}

;// CONCATENATED MODULE: ./src/python/bindings.ts


/** Reads a module's names without running it; what cannot be told for certain is not told. */
function readBindings(root, text) {
    const { scopeOf, madeAt, uses } = scopesOf(root, text);
    const nameOf = (node) => text.slice(node.start, node.end);
    const named = groupedBy(uses, nameOf);
    const candidates = (use) => homeOf(scopeOf.get(use), nameOf(use))?.bindings.get(nameOf(use)) ?? [];
    const trace = (use) => {
        const scope = scopeOf.get(use);
        const home = homeOf(scope, nameOf(use));
        const bound = home?.bindings.get(nameOf(use)) ?? [];
        if (scope === undefined || home === undefined || bound.some(({ foreign }) => foreign))
            return null;
        const frame = deferringFunction(scope, home);
        if (frame === null)
            return inOrder(use, bound);
        if (bound.length === 1)
            return bound[0] ?? null;
        // The function runs where it is called: all its calls must see the same binding.
        const name = fieldOf(frame, 'name');
        const calls = name === null ? [] : (named.get(nameOf(name)) ?? []);
        if (calls.length === 0 || calls.some((call) => scopeOf.get(call) !== home))
            return null;
        const seen = new Set(calls.map((call) => inOrder(call, bound)));
        return seen.size === 1 ? ([...seen][0] ?? null) : null;
    };
    const known = new Map(uses.map((use) => [use, trace(use)]));
    const reaching = (use) => known.get(use) ?? null;
    const reached = groupedBy(uses, reaching);
    return {
        reaching,
        candidates,
        madeAt: (target) => madeAt.get(target) ?? null,
        usesOf: (binding) => reached.get(binding) ?? [],
    };
}
/** `Map.groupBy`, which Node 20 does not have. */
function groupedBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
/** The scope that binds the name, seen from another; class bodies are invisible from inside methods. */
function homeOf(from, name) {
    for (let scope = from; scope !== undefined; scope = scope.outer) {
        if (scope !== from && scope.node.type === 'class_definition')
            continue;
        if (scope.bindings.has(name) && !scope.elsewhere.has(name))
            return scope;
    }
    return undefined;
}
const runsInPlace = [
    'list_comprehension',
    'set_comprehension',
    'dictionary_comprehension',
    'generator_expression',
    'class_definition',
];
/** The function whose body holds the use and that runs later than the text around it; or `null`. */
function deferringFunction(from, home) {
    let outermost = null;
    for (let scope = from; scope !== undefined && scope !== home; scope = scope.outer)
        if (!runsInPlace.includes(scope.node.type))
            outermost = scope.node;
    return outermost;
}
/** The last binding before the use, if every way to the use leads through it. */
function inOrder(use, bound) {
    const last = bound.filter(({ effect }) => effect <= use.start).at(-1);
    if (last === undefined || !alwaysRuns(last.statement, use))
        return null;
    const overtaken = bound.some(({ statement, effect }) => {
        if (effect <= use.start)
            return false;
        const loop = loopAround(use, statement);
        return loop !== null && !isInside(last.statement, loop);
    });
    return overtaken ? null : last;
}
/** Whether the statement has run whenever the use runs: its block holds the use. */
function alwaysRuns(statement, use) {
    let block = ancestor(statement, 'block', 'module');
    while (block?.parent?.type === 'with_statement')
        block = ancestor(block, 'block', 'module');
    if (statement.type === 'for_statement')
        block = fieldOf(statement, 'body');
    return block === null || isInside(use, block) || isInside(use, statement);
}
function loopAround(use, other) {
    for (let loop = ancestor(use, 'for_statement', 'while_statement'); loop !== null;) {
        if (isInside(other, loop))
            return loop;
        loop = ancestor(loop, 'for_statement', 'while_statement');
    }
    return null;
}
/** The statements of a function's own body that give a value back, nested functions left out. */
function returnedValues(definition) {
    const body = fieldOf(definition, 'body');
    if (body === null)
        return [];
    return descendants(body)
        .filter((node) => node.type === 'return_statement')
        .filter((node) => ancestor(node, 'function_definition', 'lambda') === definition)
        .flatMap((node) => namedChildren(node).slice(0, 1));
}

;// CONCATENATED MODULE: ./src/python/names.ts


// Several addresses of one thing; the first that matches is applied.
const addresses = [
    [/^tensorflow\.(?:python\.|compat\.v[12]\.)?(?:_api\.v2\.)?keras\b/, 'keras'],
    [/^tf_keras\b/, 'keras'],
    [/^keras\.(?:api|src|_tf_keras\.keras)\b/, 'keras'],
    [/^xgboost\.sklearn\./, 'xgboost.'],
];
const builtins = 'bool dict enumerate float getattr globals input int len list max min open print range round set setattr str sum super tuple zip'.split(' ');
const deepest = 12;
function readNames(root, text, bindings) {
    const textOf = ({ start, end }) => text.slice(start, end);
    const imports = importsIn(root, textOf);
    const everything = imports.filter(({ name }) => name === '*');
    const address = (node, depth) => {
        if (depth > deepest)
            return null;
        if (node.type === 'parenthesized_expression')
            return inside(node, (inner) => address(inner, depth + 1));
        if (node.type === 'attribute') {
            const [object, attribute] = [fieldOf(node, 'object'), fieldOf(node, 'attribute')];
            const owner = object === null ? null : address(object, depth + 1);
            return owner === null || attribute === null ? null : `${owner}.${textOf(attribute)}`;
        }
        if (node.type !== 'identifier')
            return null;
        const candidates = bindings.candidates(node);
        // A fallback import (`try: … except ImportError: …`) means the same thing under another address.
        const binding = bindings.reaching(node) ?? candidates.find(({ kind }) => kind === 'import');
        if (binding?.kind === 'import')
            return importedAs(binding, textOf);
        if (binding?.kind === 'assignment' && binding.value !== null)
            return address(binding.value, depth + 1);
        if (candidates.length > 0)
            return null;
        if (builtins.includes(textOf(node)))
            return `builtins.${textOf(node)}`;
        const wildcard = everything.at(-1);
        return wildcard === undefined ? null : `${wildcard.module}.${textOf(node)}`;
    };
    const canonical = (node) => {
        const found = address(node, 0);
        return found === null ? null : settled(found);
    };
    const definitionOf = (callee) => {
        if (callee.type !== 'identifier')
            return null;
        const binding = bindings.reaching(callee);
        return binding?.kind === 'definition' ? binding.statement : null;
    };
    const maker = (node, depth) => {
        if (depth > deepest)
            return null;
        if (node.type === 'parenthesized_expression')
            return inside(node, (inner) => maker(inner, depth + 1));
        if (node.type === 'identifier') {
            const binding = bindings.reaching(node);
            return binding?.kind === 'assignment' && binding.value !== null ? maker(binding.value, depth + 1) : null;
        }
        if (node.type === 'attribute') {
            const given = assignedAttribute(node, textOf);
            return given === null ? null : maker(given, depth + 1);
        }
        const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
        if (callee === null)
            return null;
        const name = canonical(callee);
        if (name !== null)
            return name;
        const definition = definitionOf(callee);
        if (definition?.type === 'function_definition') {
            const [only, ...others] = returnedValues(definition);
            return only === undefined || others.length > 0 ? null : maker(only, depth + 1);
        }
        if (definition?.type === 'class_definition') {
            const [parent] = namedChildren(fieldOf(definition, 'superclasses') ?? definition);
            return parent === undefined ? null : canonical(parent);
        }
        // `SVC().fit(x, y)`, `model.to(device)`: the methods that give back their own object.
        const object = callee.type === 'attribute' ? fieldOf(callee, 'object') : null;
        const method = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
        const itself = method !== null && ['fit', 'to', 'cuda', 'cpu', 'set_params'].includes(textOf(method));
        return object !== null && itself ? maker(object, depth + 1) : null;
    };
    return { imports, canonical, definitionOf, madeBy: (node) => maker(node, 0) };
}
/** One address for what several modules offer: `tensorflow.keras.layers` is `keras.layers`. */
function settled(name) {
    const rule = addresses.find(([pattern]) => pattern.test(name));
    return rule === undefined ? name : name.replace(rule[0], rule[1]);
}
function inside(node, read) {
    const [inner] = namedChildren(node);
    return inner === undefined ? null : read(inner);
}
function importedAs(binding, textOf) {
    const { statement, value } = binding;
    const asked = value === null ? '' : textOf(fieldOf(value, 'name') ?? value);
    if (statement.type !== 'import_statement')
        return `${moduleOf(statement, textOf)}.${asked}`;
    // `import a.b` binds `a`; `import a.b as c` binds `a.b`.
    return value?.type === 'aliased_import' ? asked : (asked.split('.')[0] ?? asked);
}
function moduleOf(statement, textOf) {
    const module = fieldOf(statement, 'module_name');
    return module === null ? '__future__' : textOf(module).replace(/\s/g, '');
}
function importsIn(root, textOf) {
    return descendants(root).flatMap((statement) => {
        const asked = statement.children
            .filter(({ field }) => field === 'name')
            .map((node) => textOf(fieldOf(node, 'name') ?? node));
        if (statement.type === 'import_statement')
            return asked.map((module) => ({ module, name: null, statement }));
        if (statement.type !== 'import_from_statement')
            return [];
        const module = moduleOf(statement, textOf);
        const all = statement.children.some(({ type }) => type === 'wildcard_import');
        return (all ? ['*'] : asked).map((name) => ({ module, name, statement }));
    });
}
/** The value of `self.x = …` in the class around `self.x`, when it is given once. */
function assignedAttribute(node, textOf) {
    const around = ancestor(node, 'class_definition');
    if (around === null)
        return null;
    const given = descendants(around).filter(({ type, field, parent, ...span }) => type === 'attribute' &&
        field === 'left' &&
        parent?.type === 'assignment' &&
        textOf({ ...span, type, field, parent }) === textOf(node));
    const [only, ...others] = given;
    return only?.parent === null || only === undefined || others.length > 0 ? null : fieldOf(only.parent, 'right');
}

;// CONCATENATED MODULE: ./src/python/reading.ts



const readings = new WeakMap();
/** Reads a file once, whoever asks. */
function readPython(file) {
    const known = readings.get(file);
    if (known !== undefined)
        return known;
    const reading = read(file);
    readings.set(file, reading);
    return reading;
}
async function read({ path, text }) {
    const parsed = await parsePython(text);
    const bindings = readBindings(parsed.root, text);
    const names = readNames(parsed.root, text, bindings);
    return { ...parsed, path, bindings, names, textOf: ({ start, end }) => text.slice(start, end) };
}

;// CONCATENATED MODULE: ./src/python/modules.ts

/** The script and those of the other files that it imports, directly or through each other. */
async function withLocalModules(script, others) {
    const first = await readPython(script);
    const readings = [first];
    const seen = new Set([script.path]);
    for (const reading of readings)
        for (const { module, name } of reading.names.imports)
            for (const file of localFiles(module, name, reading.path, script.path, others)) {
                if (seen.has(file.path))
                    continue;
                seen.add(file.path);
                readings.push(await readPython(file));
            }
    return readings;
}
/** The files of ours that an import names: found beside the script, or beside the importer by dots. */
function localFiles(module, name, importer, script, others) {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const start = dots === 0 ? folderOf(script) : upwards(folderOf(importer), dots - 1);
    const steps = module.slice(dots).split('.').filter(Boolean);
    const address = [...start, ...steps];
    const wanted = [address, ...(name === null ? [] : [[...address, name]])].map((parts) => parts.join('/'));
    return others.filter(({ path }) => wanted.some((each) => path === `${each}.py` || path === `${each}/__init__.py`));
}
/** Whether an import means a file or folder of the author's own, even one that is not at hand. */
function isLocal(module, importer, script, others) {
    if (module.startsWith('.'))
        return true;
    const [root = ''] = module.split('.');
    const address = [...folderOf(script), root].join('/');
    const found = others.some(({ path }) => path === `${address}.py` || path.startsWith(`${address}/`));
    return found || localFiles(module, null, importer, script, others).length > 0;
}
function folderOf(path) {
    return path.split('/').slice(0, -1);
}
function upwards(folder, steps) {
    return folder.slice(0, Math.max(0, folder.length - steps));
}

;// CONCATENATED MODULE: ./src/python/calls.ts

/** The call and the argument that an expression is, or `null` when it is no whole argument. */
function slotOf(value, { textOf }) {
    const parent = value.parent;
    const keyword = parent?.type === 'keyword_argument' && value.field === 'value' ? fieldOf(parent, 'name') : null;
    const list = keyword === null ? parent : (parent?.parent ?? null);
    const call = list?.type === 'argument_list' ? list.parent : null;
    if (list === null || call?.type !== 'call')
        return null;
    if (keyword !== null)
        return { call, keyword: textOf(keyword), position: null };
    const before = namedChildren(list).slice(0, namedChildren(list).indexOf(value));
    const splat = before.some(({ type }) => type === 'list_splat' || type === 'keyword_argument');
    return { call, keyword: null, position: splat ? null : before.length };
}
/** The value of a keyword argument of a call. */
function keywordValue(call, keyword, { textOf }) {
    const given = argumentsOf(call).find((argument) => {
        const name = argument.type === 'keyword_argument' ? fieldOf(argument, 'name') : null;
        return name !== null && textOf(name) === keyword;
    });
    return given === undefined ? null : fieldOf(given, 'value');
}
function argumentsOf(call) {
    const list = fieldOf(call, 'arguments');
    return list === null ? [] : namedChildren(list);
}
/** The last word of what is called: `fit` in `model.fit(x)`. */
function calledName(call, { textOf }) {
    const callee = fieldOf(call, 'function');
    if (callee === null)
        return '';
    if (callee.type === 'identifier')
        return textOf(callee);
    const attribute = callee.type === 'attribute' ? fieldOf(callee, 'attribute') : null;
    return attribute === null ? '' : textOf(attribute);
}
const callsBelow = new WeakMap();
/** Every call in a node, itself included, in source order. */
function callsIn(node) {
    const known = callsBelow.get(node);
    if (known !== undefined)
        return known;
    const found = descendants(node).filter(({ type }) => type === 'call');
    callsBelow.set(node, found);
    return found;
}
/** The function that runs when a local function or class is called; `null` for anything else. */
function calledFunction(call, reading) {
    const callee = fieldOf(call, 'function');
    const definition = callee === null ? null : reading.names.definitionOf(callee);
    return definition?.type === 'class_definition' ? methodOf(definition, '__init__', reading) : definition;
}
function methodOf(definition, name, { textOf }) {
    const functions = descendants(definition).filter(({ type }) => type === 'function_definition');
    return (functions.find((node) => {
        const named = fieldOf(node, 'name');
        return named !== null && textOf(named) === name && ancestor(node, 'class_definition') === definition;
    }) ?? null);
}
/** The parameter (a node in the parameter list) that an argument fills. */
function parameterFor({ keyword, position }, definition, reading) {
    const parameters = namedChildren(fieldOf(definition, 'parameters') ?? definition);
    if (keyword !== null)
        return parameters.find((parameter) => parameterName(parameter, reading) === keyword) ?? null;
    if (position === null)
        return null;
    const bound = ancestor(definition, 'class_definition', 'function_definition')?.type === 'class_definition';
    const parameter = parameters[bound ? position + 1 : position];
    return parameter === undefined || parameterName(parameter, reading) === null ? null : parameter;
}
const plainParameters = ['identifier', 'default_parameter', 'typed_default_parameter', 'typed_parameter'];
/** The identifier that a parameter binds; `null` for `*args` and separators. */
function parameterTarget(parameter) {
    if (!plainParameters.includes(parameter.type))
        return null;
    if (parameter.type === 'identifier')
        return parameter;
    const name = fieldOf(parameter, 'name') ?? namedChildren(parameter)[0];
    return name?.type === 'identifier' ? name : null;
}
function parameterName(parameter, { textOf }) {
    const target = parameterTarget(parameter);
    return target === null ? null : textOf(target);
}
/** Every call in the file that runs this function, as far as names tell. */
function callsOf(definition, reading) {
    const name = fieldOf(definition, 'name');
    if (name === null)
        return [];
    const around = ancestor(definition, 'class_definition', 'function_definition');
    if (around?.type === 'class_definition' && reading.textOf(name) !== '__init__')
        return callsIn(reading.root).filter((call) => fieldOf(call, 'function')?.type === 'attribute' && calledName(call, reading) === reading.textOf(name));
    const target = around?.type === 'class_definition' ? fieldOf(around, 'name') : name;
    const binding = target === null ? null : reading.bindings.madeAt(target);
    if (binding === null)
        return [];
    return reading.bindings
        .usesOf(binding)
        .flatMap(({ parent, field }) => (parent?.type === 'call' && field === 'function' ? [parent] : []));
}

;// CONCATENATED MODULE: ./src/python/literals.ts
/** The literal at a node, with its sign; `null` for anything else, and for what no `Value` can hold. */
function literalAt(node, source) {
    const text = source.slice(node.start, node.end);
    switch (node.type) {
        case 'integer':
        case 'float':
        case 'string':
        case 'true':
        case 'false':
        case 'none':
            return literals_readLiteral(text);
        case 'unary_operator': {
            const operand = node.children.at(-1)?.type;
            return operand === 'integer' || operand === 'float' ? literals_readLiteral(text) : null;
        }
        default:
            return null;
    }
}
const integer = /^[+-]?\s*(?:0|[1-9](?:_?\d)*|0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;
const literals_float = /^[+-]?\s*(?=.*[.eE])(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?$/;
const string = /^([rRuU]?)('''|"""|'|")([\s\S]*)\2$/;
/** Reads one literal by its spelling alone. */
function literals_readLiteral(text) {
    if (text === 'True' || text === 'False')
        return { kind: 'boolean', value: text === 'True', text };
    if (text === 'None')
        return { kind: 'none', value: null, text };
    if (integer.test(text))
        return number('integer', text);
    if (literals_float.test(text))
        return number('float', text);
    const [, prefix, quotes, body] = string.exec(text) ?? [];
    if (prefix === undefined || body === undefined)
        return null;
    // An escape would have to be decoded and encoded as Python does; no knob's value needs one.
    return body.includes('\\') || body.includes(quotes ?? '') ? null : { kind: 'string', value: body, text };
}
function number(kind, text) {
    const digits = text.replace(/[_\s]/g, '');
    const sign = digits.startsWith('-') ? -1 : 1;
    const value = sign * Number(digits.replace(/^[+-]/, ''));
    const exact = kind === 'float' ? Number.isFinite(value) : Number.isSafeInteger(value);
    return exact ? { kind, value, text } : null;
}
/**
 * Spells a value as the author spelled another: quotes, exponents, underscores, and a float stays a
 * float, so that `1.0` never becomes `1`. The author's own value comes back as the author's own text.
 */
function literals_spell(value, like) {
    if (Object.is(value, like.value))
        return like.text;
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    if (typeof value === 'string')
        return spellString(value, like);
    if (!Number.isFinite(value))
        throw new RangeError(`No Python literal spells ${value}.`);
    const whole = Number.isSafeInteger(value) && like.kind !== 'float';
    return whole ? grouped(String(value), like.text) : spellFloat(value, like.text);
}
function spellString(value, like) {
    const quote = /^[rRuU]?('|")/.exec(like.text)?.[1] ?? "'";
    const escaped = value.replace(/[\\'"\n\r]/g, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\r')
            return '\\r';
        return character === '\\' || character === quote ? `\\${character}` : character;
    });
    return `${quote}${escaped}${quote}`;
}
function spellFloat(value, like) {
    const exponent = /e/i.exec(like)?.[0];
    const size = Math.abs(value);
    if (exponent !== undefined && value !== 0 && (size < 0.1 || size >= 1000)) {
        const zeros = /e[+-]?0\d/i.test(like);
        return pythonExponent(value.toExponential(), zeros).replace('e', exponent);
    }
    if (value !== 0 && (size < 1e-4 || size >= 1e16))
        return pythonExponent(value.toExponential(), true);
    const text = String(value);
    const pointed = text.includes('.') ? text : `${text}.0`;
    const [whole = '', fraction = ''] = pointed.split('.');
    if (/^[+-]?\./.test(like) && /^-?0$/.test(whole))
        return `${whole.replace('0', '')}.${fraction}`;
    return `${grouped(whole, like)}.${fraction}`;
}
/** `3.2e-5` as Python prints it, `3.2e-05`, when the exponent is to have two digits. */
function pythonExponent(text, twoDigits) {
    const plain = text.replace('e+', 'e');
    return twoDigits ? plain.replace(/e(-?)(\d)$/, 'e$10$2') : plain;
}
function grouped(digits, like) {
    return like.includes('_') ? digits.replace(/\B(?=(\d{3})+$)/g, '_') : digits;
}

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/entry.ts
/** `learning_rate@0=learning-rate` and what is special about it. */
function argument(short, more = {}) {
    const [place = '', knob = ''] = short.split('=');
    const [name = '', position] = place.split('@');
    return {
        name,
        position: position === undefined ? null : Number(position),
        // The template type has checked it; splitting has lost it.
        knob: knob,
        attribute: more.attribute === undefined ? name : more.attribute,
        guard: more.guard ?? null,
        within: more.within ?? null,
        absent: more.absent ?? null,
        elements: more.elements ?? false,
    };
}
function tunable(library, names, ...list) {
    return { library, names: names.split(' '), method: false, arguments: list };
}
function tunableMethod(library, names, ...list) {
    return { library, names: names.split(' '), method: true, arguments: list };
}
/** Keys of a dictionary of native parameters, given first or as `params`. */
function parameters(...shorts) {
    return shorts.map((short) => argument(short, { within: { name: 'params', position: 0 }, attribute: null }));
}

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/catboost.data.ts

/** CatBoost takes the names of the other boosters too. */
const shared = [
    'learning_rate=learning-rate',
    'eta=learning-rate',
    'depth=depth',
    'max_depth=depth',
    'l2_leaf_reg=regularisation',
    'reg_lambda=regularisation',
    'random_strength=regularisation',
    'bagging_temperature=bagging-temperature',
    'subsample=row-share',
    'rsm=column-share',
    'colsample_bylevel=column-share',
    'min_data_in_leaf=leaf-rows',
    'max_leaves=leaves',
    'num_leaves=leaves',
    'border_count=bins',
];
const rounds = ['iterations=rounds', 'n_estimators=rounds', 'num_boost_round=rounds', 'num_trees=rounds'];
const catboost = [
    tunable('catboost', 'CatBoostClassifier CatBoostRegressor CatBoost CatBoostRanker', argument('iterations@0=rounds'), argument('learning_rate@1=learning-rate'), argument('depth@2=depth'), argument('l2_leaf_reg@3=regularisation'), ...[...rounds, ...shared].map((short) => argument(short)), ...parameters(...rounds, ...shared)),
    tunable('catboost', 'train cv', argument('num_boost_round=rounds', { attribute: null }), argument('iterations=rounds', { attribute: null }), ...[...rounds, ...shared].map((short) => argument(short, { within: { name: 'params', position: 1 }, attribute: null })), ...parameters(...rounds, ...shared)),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/jax.data.ts

const unseen = { attribute: null };
const jax_data_hidden = { guard: 'hidden-layer' };
/** flax modules and optax chains; an optax optimiser is a pair of functions, which shows nothing. */
const jax = [
    tunable('optax', 'adam adamw adagrad adamax lamb lion nadam radam yogi rmsprop sgd noisy_sgd adabelief adafactor novograd', argument('learning_rate@0=learning-rate', unseen), argument('momentum@1=momentum', unseen), argument('weight_decay=weight-decay', unseen)),
    tunable('optax', 'add_decayed_weights', argument('weight_decay@0=weight-decay', unseen)),
    tunable('flax', 'Dense', argument('features@0=units', jax_data_hidden)),
    tunable('flax', 'Conv', argument('features@0=filters', jax_data_hidden)),
    tunable('flax', 'Dropout', argument('rate@0=dropout')),
    tunable('flax', 'Adam Momentum GradientDescent', argument('learning_rate@0=learning-rate', unseen)),
    tunable('jax', 'adam sgd rmsprop adagrad', argument('step_size@0=learning-rate', unseen)),
    tunable('jax', 'momentum', argument('step_size@0=learning-rate', unseen), argument('mass@1=momentum', unseen)),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/keras.data.ts

const keras_data_hidden = { guard: 'hidden-layer' };
const kernelSize = { guard: 'hidden-layer', attribute: 'kernel_size.0' };
const activation = { guard: 'hidden-layer', attribute: 'activation.__name__' };
const keras_data_unseen = { attribute: null };
const rate = { absent: '0.001' };
const epochs = { attribute: null, guard: 'epochs' };
const batch = { attribute: null, guard: 'batches' };
const keras = [
    tunable('keras', 'Dense', argument('units@0=units', keras_data_hidden), argument('activation@1=activation', activation), argument('output_dim=units', keras_data_hidden)),
    tunable('keras', 'Conv1D Conv2D Conv3D SeparableConv1D SeparableConv2D Convolution1D Conv2DTranspose', argument('filters@0=filters', keras_data_hidden), argument('kernel_size@1=kernel-size', kernelSize), argument('activation=activation', activation)),
    tunable('keras', 'Convolution2D', argument('filters@0=filters', keras_data_hidden), argument('nb_filter=filters', keras_data_hidden), argument('kernel_size@1=kernel-size', kernelSize), argument('activation=activation', activation)),
    tunable('keras', 'Activation', argument('activation@0=activation', { ...activation, guard: 'hidden-activation' })),
    tunable('keras', 'LeakyReLU', argument('alpha@0=leak', keras_data_unseen), argument('negative_slope@0=leak', keras_data_unseen)),
    tunable('keras', 'DepthwiseConv2D', argument('kernel_size@0=kernel-size', kernelSize), argument('activation=activation', activation)),
    tunable('keras', 'LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU ConvLSTM2D', argument('units@0=units', keras_data_hidden), argument('output_dim=units', keras_data_hidden), argument('dropout=dropout'), argument('recurrent_dropout=dropout')),
    tunable('keras', 'Embedding', argument('output_dim@1=units')),
    tunable('keras', 'Dropout SpatialDropout1D SpatialDropout2D AlphaDropout GaussianDropout', argument('rate@0=dropout'), argument('p=dropout')),
    tunable('keras', 'Adam Nadam Adamax Adagrad Adadelta Ftrl AdamW Lion', argument('learning_rate@0=learning-rate', rate), argument('lr=learning-rate', { attribute: 'learning_rate' }), argument('beta_1@1=momentum'), argument('weight_decay=weight-decay')),
    tunable('keras', 'SGD', argument('learning_rate@0=learning-rate', { absent: '0.01' }), argument('lr=learning-rate', { attribute: 'learning_rate' }), argument('momentum@1=momentum', { absent: '0.0' }), argument('weight_decay=weight-decay')),
    tunable('keras', 'RMSprop', argument('learning_rate@0=learning-rate', rate), argument('lr=learning-rate', { attribute: 'learning_rate' }), argument('rho@1=momentum'), argument('momentum@2=momentum'), argument('weight_decay=weight-decay')),
    tunable('keras', 'l1 L1', argument('l1@0=weight-decay')),
    tunable('keras', 'l2 L2', argument('l2@0=weight-decay')),
    tunableMethod('keras', 'compile', argument('optimizer@0=optimiser', keras_data_unseen)),
    tunable('keras', 'L1L2 l1_l2', argument('l1@0=weight-decay'), argument('l2@1=weight-decay')),
    tunableMethod('keras', 'fit', argument('batch_size@2=batch-size', batch), argument('epochs@3=epochs', epochs), argument('nb_epoch=epochs', epochs)),
    tunableMethod('keras', 'fit_generator', argument('epochs@2=epochs', epochs), argument('nb_epoch=epochs', epochs)),
    tunableMethod('keras', 'flow', argument('batch_size@2=batch-size', { attribute: null, guard: 'training-data' })),
    tunableMethod('keras', 'flow_from_directory flow_from_dataframe', argument('batch_size=batch-size', { attribute: null, guard: 'training-data' })),
    tunable('keras', 'image_dataset_from_directory text_dataset_from_directory', argument('batch_size=batch-size', { attribute: null, guard: 'training-data' })),
    ...['scikeras', 'keras'].map((library) => tunable(library, 'KerasClassifier KerasRegressor', argument('epochs=epochs', keras_data_unseen), argument('nb_epoch=epochs', keras_data_unseen), argument('batch_size=batch-size', keras_data_unseen), argument('optimizer=optimiser', keras_data_unseen))),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/lightgbm.data.ts

const leaves = { guard: 'leaves-within-depth' };
/** Keys of the native parameters and keywords of the estimators, with the aliases that LightGBM takes. */
const lightgbm_data_shared = [
    'max_depth=limit-of-depth',
    'min_child_samples=leaf-rows',
    'min_data_in_leaf=leaf-rows',
    'min_child_weight=child-weight',
    'min_sum_hessian_in_leaf=child-weight',
    'subsample=row-share',
    'bagging_fraction=row-share',
    'colsample_bytree=column-share',
    'feature_fraction=column-share',
    'reg_alpha=regularisation',
    'reg_lambda=regularisation',
    'lambda_l1=regularisation',
    'lambda_l2=regularisation',
    'min_split_gain=split-gain',
    'min_gain_to_split=split-gain',
    'max_bin=bins',
];
const lightgbm = [
    tunable('lightgbm', 'LGBMClassifier LGBMRegressor LGBMRanker', argument('n_estimators=rounds', { absent: '100' }), argument('learning_rate=learning-rate', { absent: '0.1' }), argument('num_leaves=leaves', { absent: '31', ...leaves }), ...lightgbm_data_shared.map((short) => argument(short))),
    tunable('lightgbm', 'train cv', argument('num_boost_round@2=rounds', { attribute: null }), argument('num_leaves=leaves', { within: { name: 'params', position: 0 }, attribute: null, ...leaves }), ...parameters('learning_rate=learning-rate', 'eta=learning-rate', 'shrinkage_rate=learning-rate', 'num_iterations=rounds', 'n_estimators=rounds', 'num_boost_round=rounds', 'num_rounds=rounds', ...lightgbm_data_shared)),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/lightning.data.ts

const lightning = [
    tunable('lightning', 'Trainer Fabric', argument('max_epochs=epochs'), argument('max_steps=step-limit'), argument('accumulate_grad_batches=accumulation'), argument('gradient_clip_val=gradient-clip')),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/pytorch.data.ts

const group = (name) => ({ attribute: `param_groups.0.${name}` });
const pytorch_data_rate = { attribute: 'param_groups.0.lr', absent: '0.001' };
const pytorch_data_shared = { guard: 'shared-width' };
const pytorch = [
    tunable('torch', 'Linear', argument('in_features@0=units', pytorch_data_shared), argument('out_features@1=units', pytorch_data_shared)),
    tunable('torch', 'Conv1d Conv2d Conv3d', argument('in_channels@0=filters', pytorch_data_shared), argument('out_channels@1=filters', pytorch_data_shared)),
    tunable('torch', 'LSTM GRU RNN LSTMCell GRUCell RNNCell', argument('input_size@0=units', pytorch_data_shared), argument('hidden_size@1=units', pytorch_data_shared), argument('dropout=dropout')),
    tunable('torch', 'Embedding', argument('embedding_dim@1=units', pytorch_data_shared)),
    tunable('torch', 'Dropout Dropout1d Dropout2d Dropout3d AlphaDropout', argument('p@0=dropout')),
    tunable('torch', 'dropout dropout1d dropout2d dropout3d alpha_dropout', argument('p@1=dropout', { attribute: null })),
    tunable('torch', 'BatchNorm1d BatchNorm2d BatchNorm3d', argument('num_features@0=filters', pytorch_data_shared)),
    tunable('torch', 'LayerNorm', argument('normalized_shape@0=units', pytorch_data_shared)),
    tunable('torch', 'LeakyReLU', argument('negative_slope@0=leak')),
    tunable('torch', 'Adam AdamW NAdam RAdam Adamax', argument('lr@1=learning-rate', pytorch_data_rate), argument('weight_decay=weight-decay', group('weight_decay'))),
    tunable('torch', 'Adagrad Adadelta LBFGS ASGD Rprop SparseAdam', argument('lr@1=learning-rate', group('lr')), argument('weight_decay=weight-decay', group('weight_decay'))),
    tunable('torch', 'SGD', argument('lr@1=learning-rate', group('lr')), argument('momentum@2=momentum', group('momentum')), argument('weight_decay=weight-decay', group('weight_decay'))),
    tunable('torch', 'RMSprop', argument('lr@1=learning-rate', group('lr')), argument('momentum=momentum', group('momentum')), argument('weight_decay=weight-decay', group('weight_decay'))),
    tunable('torch_geometric', 'DataLoader NeighborLoader', argument('batch_size@1=batch-size', { guard: 'training-loader' })),
    tunable('torch', 'DataLoader', argument('batch_size@1=batch-size', { guard: 'training-loader' })),
    tunable('builtins', 'range', argument('epochs@0=epochs', { guard: 'epoch-loop', attribute: null }), argument('epochs@1=epochs', { guard: 'epoch-loop', attribute: null })),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/scikit-learn.data.ts

const sklearn = (names, ...list) => tunable('sklearn', names, ...list);
const tree = [
    argument('max_depth=depth', { absent: 'None' }),
    argument('min_samples_leaf=leaf-size', { absent: '1' }),
    argument('min_samples_split=split-size'),
    argument('max_features=features-per-split'),
    argument('max_leaf_nodes=leaves'),
    argument('ccp_alpha=regularisation'),
    argument('min_impurity_decrease=regularisation'),
    argument('criterion@0=criterion'),
];
const forestOf = (criterion) => [
    argument('n_estimators@0=trees', { absent: '100' }),
    argument('criterion=criterion'),
    ...tree
        .filter(({ name }) => name !== 'criterion')
        .map((each) => (each.name === 'max_features' && criterion ? { ...each, absent: "'sqrt'" } : each)),
    argument('max_samples=row-share'),
];
const treeOfRegression = tree.filter(({ name }) => name !== 'criterion');
const scikit_learn_data_rounds = argument('n_estimators=rounds', { absent: '100' });
const learningRate = argument('learning_rate=learning-rate', { absent: '0.1' });
const iterations = argument('max_iter=iterations');
const c = argument('C=inverse-regularisation', { absent: '1.0' });
const scikitLearn = [
    sklearn('LogisticRegression', c, argument('max_iter=iterations', { absent: '100' }), argument('penalty@0=penalty', { guard: 'penalty' }), argument('solver=linear-solver', { guard: 'linear-solver' }), argument('l1_ratio=l1-share'), argument('class_weight=class-weight')),
    sklearn('Ridge RidgeClassifier KernelRidge', argument('alpha@0=regularisation', { absent: '1.0' })),
    sklearn('Lasso LassoLars MultiTaskLasso', argument('alpha@0=regularisation', { absent: '1.0' }), iterations),
    sklearn('ElasticNet MultiTaskElasticNet', argument('alpha@0=regularisation', { absent: '1.0' }), argument('l1_ratio=l1-share', { absent: '0.5' }), iterations),
    sklearn('HuberRegressor', argument('epsilon=margin'), argument('alpha=regularisation', { absent: '0.0001' }), iterations),
    sklearn('TweedieRegressor PoissonRegressor GammaRegressor', argument('alpha=regularisation', { absent: '1.0' }), iterations),
    sklearn('QuantileRegressor', argument('alpha=regularisation', { absent: '1.0' })),
    sklearn('BayesianRidge', argument('alpha_1=regularisation'), argument('lambda_1=regularisation')),
    sklearn('SGDClassifier SGDRegressor', argument('alpha=regularisation', { absent: '0.0001' }), argument('eta0=learning-rate'), argument('l1_ratio=l1-share'), argument('penalty=penalty'), argument('max_iter=iterations', { absent: '1000' }), argument('n_iter=iterations')),
    sklearn('Perceptron PassiveAggressiveClassifier PassiveAggressiveRegressor', argument('alpha=regularisation'), argument('C=inverse-regularisation'), argument('eta0=learning-rate'), argument('penalty=penalty'), argument('max_iter=iterations'), argument('n_iter=iterations')),
    sklearn('LinearSVC LinearSVR', c, iterations, argument('epsilon=margin'), argument('class_weight=class-weight')),
    sklearn('SVC SVR', argument('C=inverse-regularisation', { absent: '1.0' }), argument('gamma=kernel-width', { absent: "'scale'" }), argument('kernel@0=kernel', { absent: "'rbf'" }), argument('degree=degree', { guard: 'polynomial' }), argument('epsilon=margin'), argument('coef0=kernel-offset'), argument('class_weight=class-weight')),
    sklearn('NuSVC NuSVR OneClassSVM', argument('nu=share-of-errors'), argument('gamma=kernel-width'), argument('kernel=kernel'), argument('degree=degree', { guard: 'polynomial' }), argument('coef0=kernel-offset')),
    sklearn('KNeighborsClassifier KNeighborsRegressor', argument('n_neighbors@0=neighbours', { absent: '5' }), argument('weights=neighbour-weights', { absent: "'uniform'" }), argument('p=distance-power', { absent: '2' }), argument('metric=distance'), argument('leaf_size=query-leaf-size')),
    sklearn('RadiusNeighborsClassifier RadiusNeighborsRegressor', argument('radius@0=radius'), argument('weights=neighbour-weights')),
    sklearn('DecisionTreeClassifier ExtraTreeClassifier', ...tree),
    sklearn('DecisionTreeRegressor ExtraTreeRegressor', ...tree),
    sklearn('RandomForestClassifier ExtraTreesClassifier', ...forestOf(true)),
    sklearn('RandomForestRegressor ExtraTreesRegressor', ...forestOf(false)),
    sklearn('IsolationForest', argument('n_estimators=trees'), argument('max_samples=row-share'), argument('max_features=row-share')),
    sklearn('GradientBoostingClassifier GradientBoostingRegressor', scikit_learn_data_rounds, learningRate, argument('max_depth=depth', { absent: '3' }), argument('subsample=row-share', { absent: '1.0' }), ...treeOfRegression.filter(({ name }) => name !== 'max_depth').map((each) => ({ ...each, absent: null }))),
    sklearn('HistGradientBoostingClassifier HistGradientBoostingRegressor', argument('max_iter=rounds', { absent: '100' }), learningRate, argument('max_depth=depth'), argument('max_leaf_nodes=leaves', { absent: '31' }), argument('min_samples_leaf=leaf-size'), argument('l2_regularization=regularisation'), argument('max_bins=bins')),
    sklearn('AdaBoostClassifier AdaBoostRegressor', argument('n_estimators=rounds', { absent: '50' }), argument('learning_rate=learning-rate', { absent: '1.0' })),
    sklearn('BaggingClassifier BaggingRegressor', argument('n_estimators=rounds', { absent: '10' }), argument('max_samples=row-share'), argument('max_features=row-share')),
    sklearn('MLPClassifier MLPRegressor', argument('hidden_layer_sizes@0=units', { elements: true }), argument('alpha=regularisation', { absent: '0.0001' }), argument('learning_rate_init=learning-rate', { absent: '0.001' }), argument('batch_size=batch-size'), argument('max_iter=epochs', { absent: '200' }), argument('momentum=momentum'), argument('activation@1=mlp-activation'), argument('solver@2=solver')),
    sklearn('MultinomialNB BernoulliNB ComplementNB CategoricalNB', argument('alpha@0=regularisation', { absent: '1.0' })),
    sklearn('GaussianNB', argument('var_smoothing=regularisation', { absent: '1e-9' })),
    sklearn('LinearDiscriminantAnalysis', argument('shrinkage=share')),
    sklearn('QuadraticDiscriminantAnalysis', argument('reg_param=share')),
    sklearn('KMeans MiniBatchKMeans', argument('n_init=restarts'), argument('max_iter=iterations')),
    sklearn('DBSCAN', argument('eps@0=radius'), argument('min_samples@1=neighbours')),
    sklearn('CountVectorizer TfidfVectorizer', argument('max_features=vocabulary-cap'), argument('min_df=document-count')),
    sklearn('PolynomialFeatures', argument('degree@0=polynomial-degree')),
    sklearn('SelectKBest', argument('k@1=feature-count')),
    sklearn('PCA TruncatedSVD NMF KernelPCA FastICA', argument('n_components@0=components')),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/statsmodels.data.ts

const statsmodels_data_unseen = { attribute: null };
/** Family, formula, link and order are the model that was asked for; what is left are penalties and smoothing. */
const statsmodels = [
    tunableMethod('statsmodels', 'fit_regularized', argument('alpha=regularisation', statsmodels_data_unseen), argument('L1_wt=l1-share', statsmodels_data_unseen)),
    tunableMethod('statsmodels', 'fit', argument('smoothing_level=share', statsmodels_data_unseen), argument('smoothing_trend=share', statsmodels_data_unseen), argument('smoothing_slope=share', statsmodels_data_unseen), argument('smoothing_seasonal=share', statsmodels_data_unseen)),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/tensorflow.data.ts

const tensorflow_data_unseen = { attribute: null };
const shape = { attribute: null, elements: true, guard: 'shared-shape' };
/** TensorFlow beside Keras: version 1 graphs, estimators, and data sets. */
const tensorflow = [
    tunable('tensorflow', 'GradientDescentOptimizer AdamOptimizer AdagradOptimizer AdadeltaOptimizer FtrlOptimizer ProximalAdagradOptimizer', argument('learning_rate@0=learning-rate', tensorflow_data_unseen)),
    tunable('tensorflow', 'RMSPropOptimizer', argument('learning_rate@0=learning-rate', tensorflow_data_unseen), argument('momentum@2=momentum', tensorflow_data_unseen)),
    tunable('tensorflow', 'MomentumOptimizer', argument('learning_rate@0=learning-rate', tensorflow_data_unseen), argument('momentum@1=momentum', tensorflow_data_unseen)),
    tunable('tensorflow', 'random_normal truncated_normal random_uniform normal', argument('shape@0=units', shape)),
    tunable('tensorflow', 'zeros', argument('shape@0=units', shape)),
    tunable('tensorflow', 'dense', argument('units@1=units', { ...tensorflow_data_unseen, guard: 'hidden-layer' })),
    tunable('tensorflow', 'conv2d', argument('filters@1=filters', { ...tensorflow_data_unseen, guard: 'hidden-layer' }), argument('kernel_size@2=kernel-size', tensorflow_data_unseen)),
    tunable('tensorflow', 'dropout', argument('rate=dropout', tensorflow_data_unseen)),
    tunable('tensorflow', 'BasicLSTMCell LSTMCell GRUCell BasicRNNCell', argument('num_units@0=units', tensorflow_data_unseen)),
    tunable('tensorflow', 'DNNClassifier DNNRegressor DNNLinearCombinedClassifier', argument('hidden_units=units', { elements: true, ...tensorflow_data_unseen }), argument('dropout=dropout', tensorflow_data_unseen)),
    tunable('tensorflow', 'BoostedTreesClassifier BoostedTreesRegressor', argument('n_trees=rounds', tensorflow_data_unseen), argument('max_depth=depth', tensorflow_data_unseen), argument('learning_rate=learning-rate', tensorflow_data_unseen)),
    tunableMethod('tensorflow', 'next_batch', argument('batch_size@0=batch-size', { ...tensorflow_data_unseen, guard: 'batches' })),
    tunableMethod('tensorflow', 'batch', argument('batch_size@0=batch-size', { ...tensorflow_data_unseen, guard: 'training-data' })),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/transformers.data.ts

/** Hugging Face Trainer; accelerate scripts use PyTorch's optimisers. */
const transformers = [
    tunable('transformers', 'TrainingArguments Seq2SeqTrainingArguments TFTrainingArguments', argument('learning_rate=learning-rate', { absent: '5e-5' }), argument('num_train_epochs=epochs', { absent: '3.0' }), argument('per_device_train_batch_size=batch-size', { absent: '8' }), argument('per_gpu_train_batch_size=batch-size'), argument('max_steps=step-limit'), argument('weight_decay=weight-decay', { absent: '0.0' }), argument('warmup_steps=warm-up-steps'), argument('warmup_ratio=share'), argument('gradient_accumulation_steps=accumulation'), argument('label_smoothing_factor=share'), argument('lr_scheduler_type=schedule')),
    tunable('transformers', 'AdamW Adafactor', argument('lr@1=learning-rate', { attribute: 'param_groups.0.lr' }), argument('weight_decay=weight-decay', { attribute: 'param_groups.0.weight_decay' })),
    tunable('transformers', 'AdamWeightDecay', argument('learning_rate@0=learning-rate'), argument('weight_decay_rate=weight-decay')),
    tunable('transformers', 'create_optimizer', argument('init_lr@0=learning-rate', { attribute: null }), argument('weight_decay_rate=weight-decay', { attribute: null })),
    tunable('peft', 'LoraConfig', argument('r=rank'), argument('lora_alpha=lora-scale'), argument('lora_dropout=dropout')),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/xgboost.data.ts

/** Keys of the native parameters, and keywords of the estimators; `eta` and its like are aliases. */
const xgboost_data_shared = [
    'eta=learning-rate',
    'max_depth=depth',
    'max_leaves=leaves',
    'min_child_weight=child-weight',
    'subsample=row-share',
    'colsample_bytree=column-share',
    'colsample_bylevel=column-share',
    'colsample_bynode=column-share',
    'gamma=split-gain',
    'min_split_loss=split-gain',
    'reg_alpha=regularisation',
    'reg_lambda=regularisation',
    'alpha=regularisation',
    'lambda=regularisation',
];
const xgboost = [
    tunable('xgboost', 'XGBClassifier XGBRegressor XGBRFClassifier XGBRFRegressor XGBRanker', argument('n_estimators=rounds', { absent: '100' }), argument('learning_rate=learning-rate', { absent: '0.3' }), ...xgboost_data_shared.map((short) => (short === 'max_depth=depth' ? argument(short, { absent: '6' }) : argument(short)))),
    tunable('xgboost', 'train cv', argument('num_boost_round@2=rounds', { attribute: null }), ...parameters('learning_rate=learning-rate', ...xgboost_data_shared)),
    tunableMethod('xgboost', 'set_params', ...['n_estimators=rounds', 'learning_rate=learning-rate', ...xgboost_data_shared].map((short) => argument(short, { attribute: null }))),
];

;// CONCATENATED MODULE: ./src/hyperparameters/catalogue/catalogue.ts













/** Everything we know to tune. A new library is one file and one word here. */
const catalogue = [
    ...keras,
    ...tensorflow,
    ...pytorch,
    ...lightning,
    ...transformers,
    ...jax,
    ...scikitLearn,
    ...xgboost,
    ...lightgbm,
    ...catboost,
    ...statsmodels,
];
/** The hyper-parameter that a value is where it arrives; `null` for any other argument. */
function argumentAt(arrival, reading) {
    const entry = entryOf(arrival.call, reading);
    return entry?.arguments.find((candidate) => fits(candidate, arrival)) ?? null;
}
/** What is known of a callee; `undefined` for anything that the catalogue does not name. */
function entryOf(call, reading) {
    const callee = fieldOf(call, 'function');
    const canonical = callee === null ? null : reading.names.canonical(callee);
    const name = canonical?.split('.').at(-1) ?? calledName(call, reading);
    const possible = catalogue.filter(({ names, method }) => names.includes(name) && method === (canonical === null));
    if (canonical !== null)
        return possible.find(({ library }) => library === canonical.split('.')[0]);
    const object = callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
    if (object === null || possible.length === 0)
        return undefined;
    const maker = reading.names.madeBy(object)?.split('.')[0];
    // An object whose origin cannot be told (a parameter, a class of the author's own) may be of any
    // library that the file uses; the argument's name decides.
    return possible.find(({ library }) => (maker === undefined ? uses(reading, library) : maker === library));
}
function uses({ names }, library) {
    return names.imports.some(({ module, name }) => module.split('.')[0] === library ||
        (library === 'keras' && (/^(tf_keras|tensorflow)\b/.test(module) || name === 'keras')));
}
function fits({ name, position, within, elements }, arrival) {
    const { keyword, key } = arrival;
    const at = (wanted, index) => keyword === null ? index !== null && arrival.position === index : keyword === wanted;
    if (within !== null)
        return key === name && at(within.name, within.position);
    return (key === null || (elements && /^\d+$/.test(key))) && at(name, position);
}

;// CONCATENATED MODULE: ./src/hyperparameters/dead-code.ts

/** Whether code can be seen never to run: in a function that nobody names, after an exit, under `if False`. */
function neverRuns(node, { reading, entry }) {
    for (let inner = node; inner.parent !== null; inner = inner.parent) {
        const { parent } = inner;
        if (isBlock(parent) && parent.children.some((other) => other.end <= inner.start && dead_code_leaves(other, reading)))
            return true;
        if (inner.field === 'consequence' && isFalse(fieldOf(parent, 'condition'), reading))
            return true;
        if (entry && inner.type === 'function_definition' && isForgotten(inner, reading))
            return true;
    }
    return false;
}
function isBlock({ type }) {
    return type === 'block' || type === 'module';
}
const exits = /^(?:sys\.exit|exit|quit|os\._exit)$/;
/** A statement after which its block does not go on. */
function dead_code_leaves(statement, { textOf }) {
    if (['return_statement', 'raise_statement', 'break_statement', 'continue_statement'].includes(statement.type))
        return true;
    const [call] = statement.type === 'expression_statement' ? namedChildren(statement) : [];
    const callee = call?.type === 'call' ? fieldOf(call, 'function') : null;
    return callee !== null && exits.test(textOf(callee));
}
function isFalse(condition, { textOf }) {
    return condition !== null && (condition.type === 'false' || textOf(condition) === '0');
}
const forgotten = new WeakMap();
/** A plain module-level function that its own file never names; what is decorated may be called by others. */
function isForgotten(definition, reading) {
    const known = forgotten.get(definition);
    if (known !== undefined)
        return known;
    const name = fieldOf(definition, 'name');
    const plain = definition.parent?.type === 'module' && name !== null;
    const answer = plain && !isNamed(reading.textOf(name), definition, reading);
    forgotten.set(definition, answer);
    return answer;
}
/** By an identifier, or in a text that may be looked up (`globals()['train']()`). */
function isNamed(name, definition, { root, textOf }) {
    return descendants(root).some((node) => (node.type === 'identifier' || node.type === 'string_content') &&
        textOf(node).trim() === name &&
        !isInside(node, definition));
}

;// CONCATENATED MODULE: ./src/hyperparameters/identity.ts


/**
 * The key of a hyper-parameter: `path::scope::callee#occurrence.argument`.
 *
 * `scope` names the functions and classes around the call, joined by dots, and is empty at module level.
 * `occurrence` counts, from 0, the calls of the same callee in that scope. Neither values nor lines
 * enter, so that it survives every rewrite of ours and most edits of the author's.
 */
function identityOf(call, argument, reading) {
    const name = calleeName(call, reading);
    const around = scopeAround(call);
    const alike = callsIn(around ?? reading.root).filter((other) => scopeAround(other) === around && calleeName(other, reading) === name);
    return `${reading.path}::${scopeName(call, reading)}::${name}#${alike.indexOf(call)}.${argument}`;
}
/** The class as the library names it, so that an alias does not change the key. */
function calleeName(call, reading) {
    const callee = fieldOf(call, 'function');
    const canonical = callee === null ? null : reading.names.canonical(callee);
    return canonical?.split('.').at(-1) ?? calledName(call, reading);
}
function scopeAround(node) {
    return ancestor(node, 'function_definition', 'class_definition');
}
function scopeName(node, reading) {
    const names = [];
    for (let scope = scopeAround(node); scope !== null; scope = scopeAround(scope))
        names.unshift(reading.textOf(fieldOf(scope, 'name') ?? scope));
    return names.join('.');
}

;// CONCATENATED MODULE: ./src/hyperparameters/judgement.ts
function found(hyperparameter) {
    return { kind: 'found', found: hyperparameter };
}
function leftAlone(id, why) {
    return { kind: 'left', left: { id, why } };
}
/** What is searched at a place, within what its surroundings allow; `null` when nothing is left to choose. */
function dimensionOf(id, axis, { value }, limits = {}) {
    if (axis.kind === 'choice') {
        const allowed = limits.choices;
        const choices = allowed === undefined ? axis.choices : axis.choices.filter((each) => allowed.includes(each));
        if (!choices.includes(value))
            return null;
        return choices.length < 2 ? null : { ...axis, choices, id, start: value };
    }
    if (typeof value !== 'number')
        throw new Error(`${id} has a range of numbers but holds ${String(value)}.`);
    const high = Math.min(axis.high, limits.most ?? axis.high);
    return high <= axis.low ? null : { ...axis, high: Math.max(high, value), id, start: value };
}
const longest = 120;
/** The author's line, as evidence. */
function evidenceAt(offset, { positions }) {
    return positions.lineText(positions.positionAt(offset).line).trim().slice(0, longest);
}

;// CONCATENATED MODULE: ./src/hyperparameters/knobs.ts
/** The knobs by name. Ranges are judgement, from the practice of each field; a benchmark may move them. */
const knobs = {
    'learning-rate': { importance: 100, range: logReal(100, 1e-6, 1) },
    neighbours: { importance: 100, range: neighbours },
    'inverse-regularisation': { importance: 95, range: logReal(1000, 1e-6, 1e6) },
    regularisation: { importance: 92, range: decay },
    kernel: { importance: 90, range: choice('rbf', 'linear', 'poly', 'sigmoid') },
    'kernel-width': { importance: 88, range: either(decay, choice('scale', 'auto')) },
    rounds: { importance: 86, range: logInteger(8, 1, 20_000) },
    // More trees never hurt a forest, they only take time; rounds of boosting can overfit.
    trees: { importance: 62, range: logInteger(8, 1, 2000) },
    depth: { importance: 84, range: depth },
    epochs: { importance: 82, range: knobs_epochs },
    'features-per-split': { importance: 80, range: either(share(0.1, 1), choice('sqrt', 'log2', null)) },
    optimiser: { importance: 78, range: choice('adam', 'rmsprop', 'sgd') },
    units: { importance: 75, range: logInteger(8, 2, 4096) },
    leaves: { importance: 72, range: logInteger(8, 2, 1024) },
    filters: { importance: 70, range: logInteger(4, 2, 1024) },
    'leaf-size': { importance: 68, range: logInteger(64, 1, 64) },
    'split-size': { importance: 50, range: logInteger(64, 2, 64) },
    'child-weight': { importance: 66, range: bounded('real', 1, 64, 'log') },
    'neighbour-weights': { importance: 66, range: choice('uniform', 'distance') },
    'batch-size': { importance: 60, range: logInteger(8, 4, 1024) },
    momentum: { importance: 58, range: bounded('real', 0, 0.99, 'linear') },
    dropout: { importance: 56, range: dropout },
    'row-share': { importance: 56, range: share(0.3, 1) },
    'column-share': { importance: 55, range: share(0.3, 1) },
    'weight-decay': { importance: 52, range: decay },
    'distance-power': { importance: 50, range: bounded('integer', 1, 3, 'linear') },
    'l1-share': { importance: 50, range: share(0, 1) },
    distance: { importance: 48, range: choice('minkowski', 'manhattan', 'chebyshev', 'cosine') },
    activation: { importance: 45, range: choice('relu', 'elu', 'tanh') },
    solver: { importance: 44, range: choice('adam', 'lbfgs', 'sgd') },
    'split-gain': { importance: 42, range: decay },
    criterion: { importance: 40, range: choice('gini', 'entropy') },
    'kernel-size': { importance: 36, range: oddSize },
    iterations: { importance: 35, range: knobs_iterations },
    'mlp-activation': { importance: 45, range: choice('relu', 'tanh', 'logistic') },
    penalty: { importance: 43, range: choice('l2', 'l1') },
    'linear-solver': { importance: 34, range: choice('lbfgs', 'liblinear', 'newton-cg', 'sag', 'saga') },
    'class-weight': { importance: 46, range: choice('balanced', null) },
    margin: { importance: 60, range: logReal(100, 1e-6, 1e6) },
    'kernel-offset': { importance: 32, range: bounded('real', 0, 2, 'linear') },
    'share-of-errors': { importance: 70, range: share(0.01, 0.9) },
    share: { importance: 40, range: share(0, 1) },
    radius: { importance: 80, range: logReal(10, 1e-6, 1e6) },
    'query-leaf-size': { importance: 10, range: logInteger(8, 1, 512) },
    restarts: { importance: 25, range: logInteger(8, 1, 100) },
    bins: { importance: 33, range: logInteger(8, 8, 1024) },
    'vocabulary-cap': { importance: 40, range: logInteger(8, 10, 1_000_000) },
    'document-count': { importance: 30, range: logInteger(8, 1, 100) },
    'polynomial-degree': { importance: 65, range: bounded('integer', 1, 5, 'linear') },
    'feature-count': { importance: 45, range: logInteger(4, 1, 10_000) },
    components: { importance: 45, range: either(components, share(0.5, 0.999)) },
    'limit-of-depth': { importance: 60, range: either(depth, unlimitedDepth) },
    'leaf-rows': { importance: 66, range: logInteger(16, 1, 512) },
    'bagging-temperature': { importance: 35, range: bounded('real', 0, 10, 'linear') },
    'step-limit': { importance: 81, range: knobs_iterations },
    'warm-up-steps': { importance: 38, range: warmUp },
    accumulation: { importance: 30, range: logInteger(8, 1, 64) },
    schedule: { importance: 30, range: choice('linear', 'cosine', 'constant') },
    rank: { importance: 50, range: logInteger(8, 1, 256) },
    'lora-scale': { importance: 45, range: logInteger(8, 1, 512) },
    'gradient-clip': { importance: 35, range: logReal(10, 0.01, 100) },
    leak: { importance: 25, range: bounded('real', 0, 0.5, 'linear') },
    degree: { importance: 30, range: bounded('integer', 1, 6, 'linear') },
};
/** `factor` around the author's value on a log scale, within hard limits that the author may have left. */
function logReal(factor, least, most) {
    return ({ kind, value }) => {
        if (!isNumber(kind) || typeof value !== 'number' || value <= 0)
            return null;
        return widened('real', Math.max(least, value / factor), Math.min(most, value * factor), 'log', value);
    };
}
function logInteger(factor, least, most) {
    return ({ kind, value }) => {
        if (kind !== 'integer' || typeof value !== 'number' || value < 1)
            return null;
        const low = Math.max(least, Math.round(value / factor));
        return widened('integer', low, Math.min(most, value * factor), 'log', value);
    };
}
function bounded(type, low, high, scale) {
    return ({ kind, value }) => {
        if (!isNumber(kind) || typeof value !== 'number' || (type === 'integer' && kind === 'float'))
            return null;
        return scale === 'log' && value <= 0 ? { kind: type, low, high, scale } : widened(type, low, high, scale, value);
    };
}
/** A share of something: only floats, because an integer there is a count. */
function share(low, high) {
    return (written) => {
        const whole = written.kind === 'integer' && written.value !== 0 && written.value !== 1;
        return whole ? null : bounded('real', low, high, 'linear')(written);
    };
}
function choice(...usual) {
    return ({ kind, value }) => {
        if (kind !== 'string' && !(kind === 'none' && usual.includes(null)))
            return null;
        return { kind: 'choice', choices: usual.includes(value) ? usual : [value, ...usual] };
    };
}
function either(...ranges) {
    return (written) => ranges.map((range) => range(written)).find((axis) => axis !== null) ?? null;
}
/** Penalties: three decades to both sides; from zero, the range in which they begin to matter. */
function decay(written) {
    if (written.value === 0 && isNumber(written.kind))
        return { kind: 'real', low: 1e-6, high: 0.1, scale: 'log' };
    return logReal(1000, 1e-12, 1e9)(written);
}
function depth({ kind, value }) {
    if (kind === 'none')
        return { kind: 'choice', choices: [null, 2, 4, 8, 16] };
    if (kind !== 'integer' || typeof value !== 'number' || value < 1)
        return null;
    return { kind: 'integer', low: 1, high: Math.max(2 * value, 12), scale: 'linear' };
}
/** Training much shorter than the author did is wasted; much longer pays most where it was tiny. */
function knobs_epochs({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 1)
        return null;
    const high = value <= 3 ? 10 * value : 4 * value;
    return { kind: 'integer', low: Math.max(1, Math.floor(value / 2)), high, scale: 'log' };
}
function knobs_iterations({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 1)
        return null;
    return { kind: 'integer', low: Math.max(1, Math.floor(value / 2)), high: 10 * value, scale: 'log' };
}
/** One neighbour is always worth a look, however many the author took. */
function neighbours({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 1)
        return null;
    return { kind: 'integer', low: 1, high: Math.max(value, Math.min(512, 8 * value)), scale: 'log' };
}
function dropout({ kind, value }) {
    if (!isNumber(kind) || typeof value !== 'number' || value < 0 || value >= 1)
        return null;
    return widened('real', 0, Math.min(0.8, Math.max(0.5, value + 0.3)), 'linear', value);
}
/** LightGBM's −1 is `no limit`. */
function unlimitedDepth({ kind, value }) {
    if (kind !== 'integer' || value !== -1)
        return null;
    return { kind: 'choice', choices: [-1, 4, 6, 8, 12] };
}
function components({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 3)
        return null;
    return { kind: 'integer', low: Math.max(2, Math.floor(value / 4)), high: value, scale: 'log' };
}
function warmUp({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 0)
        return null;
    return { kind: 'integer', low: 0, high: Math.max(2 * value, 100), scale: 'linear' };
}
function oddSize({ kind, value }) {
    if (kind !== 'integer' || typeof value !== 'number' || value < 1)
        return null;
    return { kind: 'choice', choices: [...new Set([3, 5, value])].toSorted((one, other) => one - other) };
}
function isNumber(kind) {
    return kind === 'integer' || kind === 'float';
}
function widened(kind, low, high, scale, value) {
    return { kind, low: tidy(Math.min(low, value)), high: tidy(Math.max(high, value)), scale };
}
/** Without the dust of binary arithmetic: 0.1 × 1000 / 1000 is 0.1. */
function tidy(value) {
    return Number(value.toPrecision(12));
}

;// CONCATENATED MODULE: ./src/hyperparameters/seam.ts


/** Where and how a call takes one more keyword, as its author would write it; `null` where it cannot. */
function seamOf(call, reading) {
    const list = fieldOf(call, 'arguments');
    if (list?.type !== 'argument_list')
        return null;
    const equals = equalsIn(call, reading);
    const last = argumentsOf(call).at(-1);
    const open = list.children[0];
    if (last === undefined)
        return open === undefined ? null : { at: open.end, lead: '', between: ', ', tail: '', equals };
    const comma = list.children.at(-2);
    const trailing = comma?.type === ',' && comma.start >= last.end;
    const before = ownLine(last, reading);
    const between = before === null ? ', ' : `,${before}`;
    if (!trailing)
        return { at: last.end, lead: between, between, tail: '', equals };
    return { at: comma.end, lead: before ?? ' ', between, tail: ',', equals };
}
/** The line break and indentation before an argument that begins its line; `null` for one that does not. */
function ownLine({ start }, { text }) {
    const [found] = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(Math.max(0, start - 400), start)) ?? [];
    return found ?? null;
}
function equalsIn(call, { text }) {
    const keywords = argumentsOf(call).filter(({ type }) => type === 'keyword_argument');
    const spaced = keywords.some((keyword) => text.slice(keyword.start, fieldOf(keyword, 'value')?.start).endsWith(' = '));
    return spaced ? ' = ' : '=';
}

;// CONCATENATED MODULE: ./src/hyperparameters/insertions.ts









/**
 * `SVC()`: the arguments that matter more than any that the author wrote, at the framework's own default.
 * Where one that matters as much is written, the author has chosen what the model depends on.
 */
function insertions(searched) {
    const { reading } = searched;
    return callsIn(reading.root).flatMap((call) => {
        const entry = entryOf(call, reading);
        if (entry === undefined || entry.method || neverRuns(call, searched))
            return [];
        if (argumentsOf(call).some(({ type }) => type === 'dictionary_splat' || type === 'list_splat'))
            return [];
        const written = entry.arguments.filter((argument) => isGiven(argument, call, reading));
        const most = Math.max(0, ...written.map(({ knob }) => knobs[knob].importance));
        return entry.arguments
            .filter(({ knob }) => knobs[knob].importance > most)
            .flatMap((argument) => absent(argument, call, reading));
    });
}
function absent(argument, call, reading) {
    const { absent: like, name, attribute, knob } = argument;
    const literal = like === null ? null : literals_readLiteral(like);
    if (like === null || literal === null || attribute === null)
        return [];
    const axis = knobs[knob].range(literal);
    const id = identityOf(call, name, reading);
    const dimension = axis === null ? null : dimensionOf(id, axis, literal);
    const seam = dimension === null ? null : seamOf(call, reading);
    if (dimension === null || seam === null)
        return [];
    const callee = calleeWord(call);
    const whole = { start: call.start, end: call.end };
    const { positions } = reading;
    const insertion = {
        id,
        path: reading.path,
        name,
        knob,
        form: 'insertion',
        text: '',
        value: literal.value,
        span: { start: callee.start, end: callee.end },
        place: positions.rangeOf(callee),
        dimension,
        writing: { kind: 'argument', keyword: name, like, seam },
        importance: knobs[knob].importance,
        evidence: evidenceAt(call.start, reading),
        arrival: { call: whole, place: positions.rangeOf(whole), attribute },
    };
    return [found(insertion)];
}
function isGiven({ name, position }, call, reading) {
    if (keywordValue(call, name, reading) !== null)
        return true;
    const positional = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
    return position !== null && positional.length > position;
}
/** The last name of what is called: where a person would point. */
function calleeWord(call) {
    const callee = fieldOf(call, 'function') ?? call;
    return (callee.type === 'attribute' ? fieldOf(callee, 'attribute') : namedChildren(callee)[0]) ?? callee;
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/argument-parser.ts



/** `parser.add_argument('--lr', default=0.01)`: on to every `args.lr`. */
const argumentParser = {
    name: 'argument parser',
    form: () => 'argument-parser',
    follow: (carried, reading) => {
        const slot = slotOf(carried.node, reading);
        if (slot?.keyword !== 'default' || calledName(slot.call, reading) !== 'add_argument')
            return null;
        const wanted = destination(slot.call, reading);
        const holders = parsedNames(reading);
        return descendants(reading.root)
            .filter((node) => node.type === 'attribute' && nameAt(node, 'attribute', reading) === wanted)
            .filter((node) => holders.includes(nameAt(node, 'object', reading)))
            .map((node) => ({ kind: 'on', carried: { ...carried, node } }));
    },
};
function nameAt(node, field, { textOf }) {
    const part = fieldOf(node, field);
    return part === null ? '' : textOf(part);
}
/** The attribute under which argparse keeps the argument. */
function destination(call, reading) {
    const chosen = keywordValue(call, 'dest', reading);
    if (chosen !== null)
        return String(literals_readLiteral(reading.textOf(chosen))?.value ?? '');
    const flags = argumentsOf(call)
        .filter(({ type }) => type === 'string')
        .map((node) => String(literals_readLiteral(reading.textOf(node))?.value ?? ''));
    const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '';
    return long.replace(/^-+/, '').replaceAll('-', '_');
}
const parses = ['parse_args', 'parse_known_args'];
/** The names that hold parsed arguments; a parameter of the same name is taken to be the same object. */
function parsedNames(reading) {
    return callsIn(reading.root)
        .filter((call) => parses.includes(calledName(call, reading)))
        .flatMap(({ parent }) => {
        const left = parent?.type === 'assignment' ? fieldOf(parent, 'left') : null;
        const first = left?.type === 'pattern_list' ? left.children[0] : left;
        return first == null ? [] : [reading.textOf(first)];
    });
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/given.ts

/** An argument goes into the author's own function, or it has arrived in somebody else's. */
function given(carried, slot, reading) {
    const definition = calledFunction(slot.call, reading);
    if (definition === null)
        return [{ kind: 'arrival', arrival: { ...carried, ...slot } }];
    const parameter = parameterFor(slot, definition, reading);
    const target = parameter === null ? null : parameterTarget(parameter);
    return target === null ? [] : usesOf(target, carried, reading).map((step) => ({ ...step, through: slot }));
}
/** On to every use that the binding of this identifier reaches. */
function usesOf(target, carried, reading) {
    const binding = reading.bindings.madeAt(target);
    const uses = binding === null ? [] : reading.bindings.usesOf(binding);
    return uses.map((node) => ({ kind: 'on', carried: { ...carried, node } }));
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/assignment.ts


/** `EPOCHS = 10`, `a = b = 10`, `a, b = 10, 20`: at module level a constant, elsewhere a local. */
const assignment = {
    name: 'assignment',
    form: ({ node }) => (ancestor(node, 'function_definition', 'lambda') === null ? 'constant' : 'local'),
    follow: (carried, reading) => {
        const targets = targetsOf(carried.node);
        if (targets.length === 0)
            return null;
        return targets.flatMap((target) => usesOf(target, carried, reading));
    },
};
/** The names that an expression is assigned to, as one whole. */
function targetsOf(node) {
    const { parent } = node;
    if (parent === null)
        return [];
    if (parent.type === 'assignment' && node.field === 'right') {
        const left = fieldOf(parent, 'left');
        return [...(left?.type === 'identifier' ? [left] : []), ...targetsOf(parent)];
    }
    const together = parent.type === 'expression_list' || parent.type === 'tuple';
    const outer = parent.parent;
    if (!together || outer?.type !== 'assignment' || parent.field !== 'right')
        return [];
    const left = fieldOf(outer, 'left');
    const names = left === null || left.type === 'identifier' ? [] : namedChildren(left);
    const name = names.length === namedChildren(parent).length ? names[namedChildren(parent).indexOf(node)] : undefined;
    return name?.type === 'identifier' ? [name] : [];
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/attribute.ts

/** `self.rate = rate` in a class: on to every `self.rate` of the class, if it is given only once. */
const attribute = {
    name: 'attribute',
    form: () => 'attribute',
    follow: (carried, { textOf }) => {
        const { parent, field } = carried.node;
        const left = parent?.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
        const around = left?.type === 'attribute' ? ancestor(left, 'class_definition') : null;
        if (left === null || around === null)
            return null;
        const same = descendants(around).filter((node) => node.type === 'attribute' && textOf(node) === textOf(left));
        const givenAgain = same.some((node) => node !== left && node.field === 'left' && node.parent?.type !== 'call');
        if (givenAgain)
            return [];
        return same.filter((node) => node !== left).map((node) => ({ kind: 'on', carried: { ...carried, node } }));
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/default.ts



/** `def build(units=64)`: where at least one call leaves the argument out. */
const defaultValue = {
    name: 'default',
    form: () => 'default',
    follow: (carried, reading) => {
        const { parent: parameter, field } = carried.node;
        if (field !== 'value' || (parameter?.type !== 'default_parameter' && parameter?.type !== 'typed_default_parameter'))
            return null;
        const definition = ancestor(parameter, 'function_definition', 'lambda');
        const target = parameterTarget(parameter);
        if (definition === null || target === null)
            return [];
        const used = callsOf(definition, reading).some((call) => !fills(call, parameter, definition, reading));
        return used ? usesOf(target, carried, reading) : [];
    },
};
function fills(call, parameter, definition, reading) {
    return argumentsOf(call).some((argument) => {
        if (argument.type === 'dictionary_splat' || argument.type === 'list_splat')
            return true;
        const value = argument.type === 'keyword_argument' ? argument.children.at(-1) : argument;
        const slot = value === undefined ? null : slotOf(value, reading);
        return slot !== null && parameterFor(slot, definition, reading) === parameter;
    });
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/dictionary.ts




/** `{'eta': 0.1}`, `dict(eta=0.1)`, `params['eta'] = 0.1`; read by `params['eta']`, `**params` or whole. */
const dictionary = {
    name: 'dictionary',
    form: ({ key }) => (key === null ? 'dictionary' : null),
    follow: (carried, reading) => carried.key === null ? intoDictionary(carried, reading) : outOfDictionary(carried, carried.key, reading),
};
function intoDictionary(carried, reading) {
    const { parent, field } = carried.node;
    if (parent === null)
        return null;
    if (parent.type === 'pair' && field === 'value' && parent.parent?.type === 'dictionary') {
        const key = keyAt(fieldOf(parent, 'key'), reading);
        return key === null ? [] : [{ kind: 'on', carried: { ...carried, node: parent.parent, key } }];
    }
    const slot = slotOf(carried.node, reading);
    if (slot?.keyword != null && calls(slot.call, 'builtins.dict', reading))
        return [{ kind: 'on', carried: { ...carried, node: slot.call, key: slot.keyword } }];
    const left = parent.type === 'assignment' && field === 'right' ? fieldOf(parent, 'left') : null;
    return left?.type === 'subscript' ? intoItem(carried, left, reading) : null;
}
/** `params['eta'] = 0.1` is seen by the later uses of the same dictionary. */
function intoItem(carried, left, reading) {
    const name = fieldOf(left, 'value');
    const key = keyAt(fieldOf(left, 'subscript'), reading);
    const binding = name?.type === 'identifier' ? reading.bindings.reaching(name) : null;
    if (key === null || binding === null)
        return null;
    return reading.bindings
        .usesOf(binding)
        .filter((use) => use.start > carried.node.end)
        .map((node) => ({ kind: 'on', carried: { ...carried, node, key } }));
}
function outOfDictionary(carried, key, reading) {
    const { node } = carried;
    const { parent } = node;
    if (parent?.type === 'subscript' && node.field === 'value') {
        const asked = keyAt(fieldOf(parent, 'subscript'), reading);
        const read = asked === key && parent.field !== 'left';
        return read ? [{ kind: 'on', carried: { ...carried, node: parent, key: null } }] : [];
    }
    if (parent?.type !== 'dictionary_splat')
        return null;
    const call = parent.parent?.type === 'argument_list' ? parent.parent.parent : null;
    if (call?.type !== 'call')
        return [];
    const named = { call, keyword: key, position: null };
    // `f(**params, eta=…)` is an error in Python, `dict(**params)` a copy.
    if (calls(call, 'builtins.dict', reading) && keywordValue(call, key, reading) === null)
        return [{ kind: 'on', carried: { ...carried, node: call } }];
    return argumentsOf(call).length === 0 ? [] : given({ ...carried, key: null }, named, reading);
}
function calls(call, name, { names }) {
    const callee = fieldOf(call, 'function');
    return callee !== null && names.canonical(callee) === name;
}
function keyAt(node, { textOf }) {
    const literal = node === null ? null : literals_readLiteral(textOf(node));
    return typeof literal?.value === 'string' ? literal.value : null;
}

;// CONCATENATED MODULE: ./src/hyperparameters/finders/element.ts

/** `hidden_layer_sizes=(50, 20)`: each element of a tuple or list by its index. */
const element_element = {
    name: 'element',
    form: () => 'element',
    follow: (carried) => {
        const { parent } = carried.node;
        if (parent?.type !== 'tuple' && parent?.type !== 'list')
            return null;
        // A path of two keys is no place that the catalogue knows.
        if (carried.key !== null)
            return [];
        const key = String(namedChildren(parent).indexOf(carried.node));
        return [{ kind: 'on', carried: { ...carried, node: parent, key } }];
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/expression.ts
/** `(64)`, `units * 2`: a part of an expression; what was computed is no longer the value itself. */
const expression = {
    name: 'expression',
    // The literal in `units * 2` is the author's arithmetic, not a hyper-parameter.
    form: () => null,
    follow: (carried) => {
        const { parent } = carried.node;
        if (parent === null || carried.key !== null)
            return null;
        if (parent.type === 'parenthesized_expression')
            return [{ kind: 'on', carried: { ...carried, node: parent } }];
        if (parent.type !== 'binary_operator' && parent.type !== 'unary_operator')
            return null;
        return [{ kind: 'on', carried: { ...carried, node: parent, exact: false } }];
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/keyword.ts


/** `Dense(units=64)`, `fit(x, y, epochs=EPOCHS)`. */
const keyword = {
    name: 'keyword',
    form: () => 'keyword',
    follow: (carried, reading) => {
        const slot = slotOf(carried.node, reading);
        return slot?.keyword == null ? null : given(carried, slot, reading);
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/positional.ts



const casts = ['builtins.int', 'builtins.float'];
/** `Dense(64)`, `Adam(LR)`; through `int(…)` and `float(…)`. */
const positional = {
    name: 'positional',
    form: () => 'positional',
    follow: (carried, reading) => {
        const slot = slotOf(carried.node, reading);
        if (slot?.keyword !== null)
            return null;
        const callee = fieldOf(slot.call, 'function');
        const cast = callee !== null && casts.includes(reading.names.canonical(callee) ?? '');
        if (cast)
            return [{ kind: 'on', carried: { ...carried, node: slot.call } }];
        return given(carried, slot, reading);
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/returned.ts


/** `return {'eta': 0.1}`: on to the calls of the function. */
const returned = {
    name: 'returned',
    form: () => 'local',
    follow: (carried, reading) => {
        if (carried.node.parent?.type !== 'return_statement')
            return null;
        const definition = ancestor(carried.node, 'function_definition', 'lambda');
        const calls = definition === null ? [] : callsOf(definition, reading);
        return calls.map((node) => ({ kind: 'on', carried: { ...carried, node } }));
    },
};

;// CONCATENATED MODULE: ./src/hyperparameters/finders/finders.ts










/** Every idiom, the narrower before the wider: the first that knows an expression follows it. */
const finders = [
    argumentParser,
    dictionary,
    keyword,
    positional,
    assignment,
    attribute,
    defaultValue,
    element_element,
    returned,
    expression,
];

;// CONCATENATED MODULE: ./src/hyperparameters/flow.ts

/** Follows a literal through the author's own names and functions; `null` if it is written in no known idiom. */
function flowOf(literal, reading) {
    const start = { node: literal, key: null, exact: true };
    const form = finderOf(start, reading)?.finder.form(start, reading) ?? null;
    if (form === null)
        return null;
    const arrivals = [];
    const seen = new Set();
    let through = null;
    const pending = [start];
    for (let carried = pending.pop(); carried !== undefined; carried = pending.pop()) {
        const mark = `${carried.node.start}-${carried.node.end}-${carried.node.type}-${carried.key ?? ''}`;
        if (seen.has(mark))
            continue;
        seen.add(mark);
        for (const step of finderOf(carried, reading)?.steps ?? []) {
            if (step.kind === 'arrival')
                arrivals.push(step.arrival);
            else
                pending.push(step.carried);
            if (step.kind === 'on' && carried === start)
                through = step.through ?? null;
        }
    }
    return { form, through, arrivals: arrivals.toSorted((one, other) => one.node.start - other.node.start) };
}
function finderOf(carried, reading) {
    for (const finder of finders) {
        const steps = finder.follow(carried, reading);
        if (steps !== null)
            return { finder, steps };
    }
    return null;
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/guard.ts
const guard_tunable = { kind: 'tunable' };
const elsewhere = { kind: 'elsewhere' };
function left(why) {
    return { kind: 'left', why };
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/batches.ts


/** The size of training batches: where the number of steps is fixed, it also decides how much data is seen. */
const batches = (_, __, reading) => fixedSteps(reading) ? left('the number of steps an epoch has is fixed beside it') : guard_tunable;
function fixedSteps(reading) {
    return callsIn(reading.root).some((call) => {
        const steps = keywordValue(call, 'steps_per_epoch', reading) ?? keywordValue(call, 'samples_per_epoch', reading);
        if (steps === null)
            return false;
        const binding = steps.type === 'identifier' ? reading.bindings.reaching(steps) : null;
        return (binding?.value ?? steps).type === 'integer';
    });
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/beside.ts




/** Guards that look at the arguments beside the value. */
const solversWithL1 = ['liblinear', 'saga'];
/** The L1 penalty needs one of two solvers. */
const penalty = (arrival, _, reading) => {
    const solver = valueBeside('solver', arrival, reading);
    if (solver !== undefined && solversWithL1.includes(solver))
        return { kind: 'tunable', choices: ['l1', 'l2'] };
    return left('the solver beside it takes no other penalty');
};
/** Of the solvers, those that can do the penalty that is written beside. */
const linearSolver = (arrival, _, reading) => {
    const chosen = valueBeside('penalty', arrival, reading);
    if (chosen === 'elasticnet')
        return left('an elastic net needs this solver');
    if (chosen === 'l1')
        return { kind: 'tunable', choices: ['liblinear', 'saga'] };
    // Not liblinear: it refuses more than two classes from scikit-learn 1.8 on.
    const several = ['lbfgs', 'newton-cg', 'sag', 'saga'];
    const own = literals_readLiteral(reading.textOf(arrival.node))?.value;
    return { kind: 'tunable', choices: own === 'liblinear' ? ['liblinear', ...several] : several };
};
/** The degree counts for a polynomial kernel only. */
const polynomial = (arrival, _, reading) => valueBeside('kernel', arrival, reading) === 'poly' ? guard_tunable : left('the kernel beside it has no degree');
/** A tree of depth d has no more than 2^d leaves. */
const leavesWithinDepth = (arrival, _, reading) => {
    const depth = valueBeside('max_depth', arrival, reading);
    return typeof depth === 'number' && depth > 0
        ? { kind: 'tunable', most: Math.max(2, 2 ** Math.min(depth, 30) - 1) }
        : guard_tunable;
};
/** The literal that another argument of the same call has, or another key of the same dictionary. */
function valueBeside(name, { call, node }, reading) {
    const given = keywordValue(call, name, reading) ?? keyBeside(name, node, reading) ?? splatted(name, call, reading);
    return given === null ? undefined : literals_readLiteral(reading.textOf(given))?.value;
}
function keyBeside(name, node, reading) {
    const binding = node.type === 'identifier' ? reading.bindings.reaching(node) : null;
    return inDictionary(name, binding?.value ?? node, reading);
}
function splatted(name, call, reading) {
    const splat = argumentsOf(call).find(({ type }) => type === 'dictionary_splat');
    const inner = splat?.children.at(-1);
    return inner === undefined ? null : keyBeside(name, inner, reading);
}
function inDictionary(name, dictionary, reading) {
    if (dictionary.type !== 'dictionary')
        return null;
    const pair = descendants(dictionary).find((node) => {
        const key = node.type === 'pair' ? fieldOf(node, 'key') : null;
        return key !== null && literals_readLiteral(reading.textOf(key))?.value === name;
    });
    return pair === undefined ? null : fieldOf(pair, 'value');
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/epoch-loop.ts



/** `for epoch in range(n)`: the outermost counting loop around training steps, folds and seeds apart. */
const epochLoop = ({ call, position }, _, reading) => {
    const count = argumentsOf(call).length;
    if (count > 2 || position !== count - 1)
        return elsewhere;
    const loop = loopOver(call, reading);
    const body = loop === null ? null : fieldOf(loop, 'body');
    if (loop === null || body === null || !trains(body, reading, 3))
        return elsewhere;
    const variable = reading.textOf(fieldOf(loop, 'left') ?? loop);
    if (repeats.test(variable))
        return left('it counts repetitions, not epochs');
    const around = countingLoops(loop, reading).filter((outer) => !repeats.test(variableOf(outer, reading)));
    return around.length === 0 ? guard_tunable : left('it counts the steps inside an epoch');
};
const repeats = /fold|seed|run|trial|repeat|rep\b|split/i;
const wrappers = ['tqdm', 'trange', 'list', 'iter', 'track', 'progress_bar', 'enumerate'];
const steps = ['backward', 'train_on_batch', 'partial_fit', 'apply_gradients', 'minimize', 'train_step'];
/** The `for` statement that runs over a call, through `tqdm(…)`. */
function loopOver(call, reading) {
    if (call.field === 'right' && call.parent?.type === 'for_statement')
        return call.parent;
    const wrapper = slotOf(call, reading);
    const known = wrapper !== null && wrappers.includes(calledName(wrapper.call, reading));
    return known ? loopOver(wrapper.call, reading) : null;
}
function trains(node, reading, depth) {
    return callsIn(node).some((call) => {
        if (steps.includes(calledName(call, reading)))
            return true;
        const definition = depth === 0 ? null : calledFunction(call, reading);
        return definition !== null && trains(definition, reading, depth - 1);
    });
}
function countingLoops(inner, reading) {
    const loop = ancestor(inner, 'for_statement');
    if (loop === null)
        return [];
    const over = fieldOf(loop, 'right');
    const counts = over !== null && callsIn(over).some((call) => calledName(call, reading) === 'range');
    return [...(counts ? [loop] : []), ...countingLoops(loop, reading)];
}
function variableOf(loop, { textOf }) {
    const left = fieldOf(loop, 'left');
    return left === null ? '' : textOf(left);
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/epochs.ts




/**
 * The epochs of a training call. `history['accuracy'][9]` after ten epochs goes along with them; any
 * other fixed epoch would be stale or missing after a change.
 */
const epochs_epochs = ({ node }, _, reading) => besideHistory(literals_readLiteral(reading.textOf(node))?.value, reading);
/** What fixed epochs in the script allow; `own` is the count where it is written at the place itself. */
function besideHistory(own, reading) {
    const indexes = historyIndexes(reading);
    const total = schedule(reading);
    if (total !== null)
        return left('a schedule beside it counts the same epochs');
    if (indexes.length === 0)
        return guard_tunable;
    if (typeof own !== 'number' || indexes.some(({ value }) => value !== own - 1))
        return left('the script reads its history at a fixed epoch');
    const partners = indexes.map(({ node }) => ({
        span: { start: node.start, end: node.end },
        text: reading.textOf(node),
        times: 1,
        plus: -1,
    }));
    return { kind: 'tunable', partners };
}
/** `history.history['accuracy'][9]`: counting from the end moves with the epochs by itself. */
function historyIndexes(reading) {
    return descendants(reading.root).flatMap((node) => {
        if (node.type !== 'subscript')
            return [];
        const [inner, index] = [fieldOf(node, 'value'), fieldOf(node, 'subscript')];
        const metric = inner?.type === 'subscript' ? fieldOf(inner, 'subscript') : null;
        const literal = index?.type === 'integer' ? literals_readLiteral(reading.textOf(index)) : null;
        if (inner === null || index === null || metric?.type !== 'string' || typeof literal?.value !== 'number')
            return [];
        const source = reading.textOf(fieldOf(inner, 'value') ?? inner);
        return /hist|\.history$/i.test(source) ? [{ node: index, value: literal.value }] : [];
    });
}
const wholeLength = ['epochs', 'total_steps', 'num_training_steps', 'T_max'];
/** A schedule that is told its whole length as a number of its own. */
function schedule(reading) {
    const schedules = callsIn(reading.root).filter((call) => /^(OneCycleLR|get_\w+_schedule\w*|get_scheduler)$/.test(calledName(call, reading)));
    for (const call of schedules)
        for (const name of wholeLength) {
            const given = keywordValue(call, name, reading);
            if (given?.type === 'integer')
                return given;
        }
    return null;
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/hidden-layer.ts



/**
 * A Keras layer is hidden when another layer with weights demonstrably comes after it. The last one is
 * the output: its size and activation are the question asked, not a hyper-parameter.
 */
const hiddenLayer = ({ call }, _, reading) => {
    const layer = wrapped(call, reading);
    const styles = [inList, added, applied, named];
    return styles.some((hidden) => hidden(layer, reading)) ? guard_tunable : left('it may be the output layer');
};
/** A layer of activation alone is hidden when weights come after it. */
const hiddenActivation = hiddenLayer;
const weighty = /^(Dense|.*Conv(olution)?\d?D.*|LSTM|GRU|SimpleRNN|ConvLSTM.*|MultiHeadAttention)$/;
const hidden_layer_wrappers = ['Bidirectional', 'TimeDistributed'];
function wrapped(call, reading) {
    const slot = slotOf(call, reading);
    return slot !== null && hidden_layer_wrappers.includes(calledName(slot.call, reading)) ? slot.call : call;
}
/** Whether an expression makes a layer with weights, be it inside a wrapper. */
function hasWeights(node, reading) {
    if (node.type !== 'call')
        return false;
    const callee = fieldOf(node, 'function');
    const name = (callee === null ? null : reading.names.canonical(callee))?.split('.').at(-1);
    return weighty.test(name ?? '') || (hidden_layer_wrappers.includes(name ?? '') && callsIn(node).length > 1);
}
/** `Sequential([Dense(64), …, Dense(10)])` */
function inList(layer, reading) {
    if (layer.parent?.type !== 'list')
        return false;
    return namedChildren(layer.parent).some((other) => other.start > layer.start && hasWeights(other, reading));
}
/** `model.add(Dense(64))` before another `model.add` in the same function. */
function added(layer, reading) {
    const own = receiverOfAdd(layer, reading);
    if (own === null)
        return false;
    const around = ancestor(layer, 'function_definition', 'module');
    return callsIn(around ?? reading.root)
        .filter((other) => other.start > layer.end && hasWeights(other, reading))
        .some((other) => receiverOfAdd(other, reading) === own && ancestor(other, 'function_definition', 'module') === around);
}
function receiverOfAdd(layer, reading) {
    const slot = slotOf(layer, reading);
    if (slot === null || calledName(slot.call, reading) !== 'add')
        return null;
    const callee = fieldOf(slot.call, 'function');
    const object = callee === null ? null : fieldOf(callee, 'object');
    return object === null ? null : reading.textOf(object);
}
/** `x = Dense(64)(x)`, whose result goes into another layer with weights. */
function applied(layer, reading) {
    const call = layer.parent;
    return layer.field === 'function' && call?.type === 'call' && feedsWeights(call, reading, new Set());
}
function feedsWeights(value, reading, seen) {
    if (seen.has(value))
        return false;
    seen.add(value);
    const { parent } = value;
    if (parent?.type === 'list' || parent?.type === 'tuple' || parent?.type === 'binary_operator')
        return feedsWeights(parent, reading, seen);
    const slot = slotOf(value, reading);
    if (slot !== null) {
        const layer = layerApplied(slot.call, reading);
        if (layer === null)
            return false;
        return hasWeights(layer, reading) || feedsWeights(slot.call, reading, seen);
    }
    const left = parent?.type === 'assignment' && value.field === 'right' ? fieldOf(parent, 'left') : null;
    const binding = left === null ? null : reading.bindings.madeAt(left);
    return binding !== null && reading.bindings.usesOf(binding).some((use) => feedsWeights(use, reading, seen));
}
/** The layer that a call applies: `Dense(64)` in `Dense(64)(x)`, what `layer` holds in `layer(x)`. */
function layerApplied(call, reading) {
    const callee = fieldOf(call, 'function');
    if (callee?.type === 'call')
        return callee;
    const binding = callee?.type === 'identifier' ? reading.bindings.reaching(callee) : null;
    return binding?.value?.type === 'call' ? binding.value : null;
}
/** `self.hidden = Dense(64)` or `hidden = Dense(64)`, applied before another one that is kept the same way. */
function named(layer, reading) {
    const left = layer.parent?.type === 'assignment' ? fieldOf(layer.parent, 'left') : null;
    if (left === null)
        return false;
    if (left.type === 'identifier') {
        const binding = reading.bindings.madeAt(left);
        const uses = binding === null ? [] : reading.bindings.usesOf(binding);
        return uses.some(({ parent, field }) => field === 'function' && parent?.type === 'call' && feedsWeights(parent, reading, new Set()));
    }
    const around = ancestor(left, 'class_definition');
    if (left.type !== 'attribute' || around === null)
        return false;
    const applications = callsIn(around).filter((call) => fieldOf(call, 'function')?.type === 'attribute');
    const own = applications.filter((call) => reading.textOf(fieldOf(call, 'function') ?? call) === reading.textOf(left));
    const heavy = weightyAttributes(around, reading);
    return own.some((call) => applications.some((other) => other.end > call.end && heavy.includes(reading.textOf(fieldOf(other, 'function') ?? other))));
}
function weightyAttributes(around, reading) {
    return callsIn(around).flatMap((call) => {
        const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
        return left?.type === 'attribute' && hasWeights(call, reading) ? [reading.textOf(left)] : [];
    });
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/shared-shape.ts

/** A width in hand-written weights: one name that is the output of one matrix and the input of the next. */
const sharedShape = (_, all) => {
    const matrices = all.filter(isShape);
    const asInput = matrices.some(({ key }) => key === '0');
    const asOutput = matrices.some(({ key }) => key === '1');
    return asInput && asOutput ? guard_tunable : left('it is the size of the model’s input or output');
};
function isShape({ key }) {
    return key === '0' || key === '1';
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/shared-width.ts



/**
 * A PyTorch width is written twice, as the output of one layer and the input of the next: it may change
 * only where one literal is both, and is neither the model's own input nor its output.
 */
const sharedWidth = (arrival, all, reading) => {
    const ours = all.filter((other) => sideOf(other, reading) !== null);
    const sides = new Set(ours.map((other) => sideOf(other, reading)));
    if (!sides.has('in') || !sides.has('out'))
        return left('the layer beside it repeats the size as another number');
    const layers = layersAround(arrival.call, reading);
    const [first, last] = [layers[0], layers.at(-1)];
    const isInput = ours.some((other) => other.call === first && sideOf(other, reading) === 'in');
    const isOutput = ours.some((other) => other.call === last && sideOf(other, reading) === 'out');
    if (isInput)
        return left('it is the size of the model’s input');
    return isOutput ? left('it is the size of the model’s output') : guard_tunable;
};
const layerNames = ['Linear', 'Conv1d', 'Conv2d', 'Conv3d', 'LSTM', 'GRU', 'RNN', 'Embedding'];
const inputs = ['in_features', 'in_channels', 'input_size'];
const outputs = ['out_features', 'out_channels', 'hidden_size', 'embedding_dim'];
function sideOf({ call, keyword, position }, reading) {
    if (!layerNames.includes(calledName(call, reading)))
        return null;
    if (keyword === null)
        return position === 0 ? 'in' : position === 1 ? 'out' : null;
    return inputs.includes(keyword) ? 'in' : outputs.includes(keyword) ? 'out' : null;
}
/** The layers of the same model, in source order. */
function layersAround(call, reading) {
    const model = ancestor(call, 'class_definition', 'function_definition') ?? reading.root;
    return callsIn(model).filter((other) => layerNames.includes(calledName(other, reading)) &&
        argumentsOf(other).length > 1 &&
        isInside(other, model) &&
        fieldOf(other, 'function') !== null);
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/training-data.ts




/** A generator or data set that feeds `fit`: it is its first argument, or is called what training data is called. */
const trainingData = ({ call }, _, reading) => {
    if (fixedSteps(reading))
        return left('the number of steps an epoch has is fixed beside it');
    const fed = callsIn(reading.root).filter((other) => /^(fit|fit_generator)$/.test(calledName(other, reading)));
    const direct = fed.some((fit) => isFirst(call, fit));
    if (direct)
        return guard_tunable;
    const target = targetOf(call);
    const binding = target === null ? null : reading.bindings.madeAt(target);
    const uses = binding === null ? [] : reading.bindings.usesOf(binding);
    if (uses.some((use) => fed.some((fit) => isFirst(use, fit))))
        return guard_tunable;
    if (uses.some((use) => fed.some((fit) => isInside(use, fit))))
        return left('it feeds the validation');
    const called = target === null ? '' : reading.textOf(target);
    return /train/i.test(called) && !/test|val/i.test(called) ? guard_tunable : left('it may not feed the training');
};
function isFirst(value, fit) {
    const first = argumentsOf(fit)[0];
    return first !== undefined && first.type !== 'keyword_argument' && isInside(value, first);
}
function targetOf(call) {
    const statement = ancestor(call, 'assignment');
    const left = statement === null ? null : fieldOf(statement, 'left');
    return left?.type === 'identifier' ? left : null;
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/training-loader.ts



const notTraining = left('it sets the batches of a loader that does not train');
/** A `DataLoader` that feeds training: it shuffles, or a loop over it goes backward, or it is the only one. */
const trainingLoader = ({ call }, _, reading) => {
    const shuffle = keywordValue(call, 'shuffle', reading);
    if (shuffle !== null && reading.textOf(shuffle) === 'True')
        return guard_tunable;
    const name = loaderName(call);
    if (name !== null && loopsOver(name, reading).some((loop) => goesBackward(loop, reading)))
        return guard_tunable;
    const loaders = callsIn(reading.root).filter((other) => calledName(other, reading) === calledName(call, reading));
    if (loaders.length === 1)
        return guard_tunable;
    // Loaders made in a loop or a dictionary have no name to follow: what they are called must do.
    const called = name === null ? '' : reading.textOf(name);
    return /train/i.test(called) && !/test|val/i.test(called) ? guard_tunable : notTraining;
};
function loaderName(call) {
    const left = call.parent?.type === 'assignment' ? fieldOf(call.parent, 'left') : null;
    return left?.type === 'identifier' ? left : null;
}
function loopsOver(name, { bindings }) {
    const binding = bindings.madeAt(name);
    const uses = binding === null ? [] : bindings.usesOf(binding);
    return uses.flatMap((use) => {
        const loop = ancestor(use, 'for_statement');
        const over = loop === null ? null : fieldOf(loop, 'right');
        return loop !== null && over !== null && over.start <= use.start && use.end <= over.end ? [loop] : [];
    });
}
function goesBackward(loop, reading) {
    return callsIn(loop).some((call) => calledName(call, reading) === 'backward');
}

;// CONCATENATED MODULE: ./src/hyperparameters/guards/guards.ts









const guards = {
    'hidden-layer': hiddenLayer,
    'hidden-activation': hiddenActivation,
    'shared-width': sharedWidth,
    'shared-shape': sharedShape,
    'training-loader': trainingLoader,
    'training-data': trainingData,
    'epoch-loop': epochLoop,
    epochs: epochs_epochs,
    batches: batches,
    penalty: penalty,
    'linear-solver': linearSolver,
    polynomial: polynomial,
    'leaves-within-depth': leavesWithinDepth,
};

;// CONCATENATED MODULE: ./src/hyperparameters/tamper.ts

/** What a search must never move, by the argument that the value is given to. */
const untouchable = [
    ['a random seed', /^(random_state|seed|seeds|np_seed|generator|rng)$/],
    ['the data split', /^(test_size|train_size|n_splits|n_repeats|cv|validation_split|stratify|subset)$/],
    ['the loss or the metric', /^(loss|metrics|scoring|objective|eval_metric|average|pos_label|threshold)$/],
    ['the number of classes', /^(num_classes|n_classes|num_class|classes|num_labels|n_labels)$/],
    ['the shape of the input', /^(input_shape|input_dim|shape|batch_input_shape|batch_shape|target_size|input_length)$/],
    ['the data itself', /^(maxlen|num_words|vocab_size|n_samples|n_features|n_informative|noise)$/],
];
/** And by what is called, whichever argument. */
const untouchableCalls = [
    [
        'a random seed',
        /^(seed|manual_seed|manual_seed_all|set_seed|set_random_seed|seed_everything|RandomState|default_rng|PRNGKey)$/,
    ],
    ['the data split', /^(train_test_split|random_split|.*KFold|.*ShuffleSplit|TimeSeriesSplit)$/],
    ['the number of classes', /^(to_categorical|one_hot)$/],
    ['the shape of the input', /^(Input|InputLayer|Reshape|reshape|view|resize|Resize)$/],
    ['the data itself', /^(make_\w+|load_data|load_\w+|pad_sequences)$/],
];
/** What on the tamper list a value reaches, in words; `null` for a harmless place. */
function tamperedBy({ call, keyword }, reading) {
    const name = calledName(call, reading);
    const byArgument = untouchable.find(([, pattern]) => keyword !== null && pattern.test(keyword));
    const byCall = untouchableCalls.find(([, pattern]) => pattern.test(name));
    return byArgument?.[0] ?? byCall?.[0] ?? null;
}

;// CONCATENATED MODULE: ./src/hyperparameters/literal-places.ts











/** Every literal of a file that is a hyper-parameter, or looks like one and is left alone for a reason. */
function literalPlaces(searched) {
    return literalsIn(searched.reading).flatMap((place) => judged(place, searched));
}
function literalsIn({ root, text }) {
    return descendants(root).flatMap((node) => {
        const literal = literalAt(node, text);
        const signed = node.parent?.type === 'unary_operator';
        return literal === null || signed ? [] : [{ node, literal }];
    });
}
function judged(place, searched) {
    const { reading } = searched;
    const flow = flowOf(place.node, reading);
    if (flow === null)
        return [];
    const live = flow.arrivals.filter(({ call }) => !neverRuns(call, searched));
    const sinks = live.flatMap((arrival) => {
        const argument = argumentAt(arrival, reading);
        if (argument === null)
            return [];
        const verdict = argument.guard === null ? guard_tunable : guards[argument.guard](arrival, live, reading);
        return verdict.kind === 'elsewhere' ? [] : [{ arrival, argument, verdict }];
    });
    const sink = sinks.find(({ arrival }) => arrival.exact) ?? sinks[0];
    if (sink === undefined)
        return [];
    const axis = knobs[sink.argument.knob].range(place.literal);
    const id = identify(sink, flow, reading);
    const why = objection(sinks, flow.arrivals, reading);
    if (why !== null)
        return [leftAlone(id, why)];
    const limits = sink.verdict.kind === 'tunable' ? sink.verdict : {};
    const dimension = axis === null ? null : dimensionOf(id, axis, place.literal, limits);
    return dimension === null ? [] : [found(hyperparameter(place, flow, sink, dimension, reading))];
}
function identify({ arrival, argument }, { through }, reading) {
    const element = arrival.key !== null && argument.elements ? `[${arrival.key}]` : '';
    if (through === null)
        return identityOf(arrival.call, argument.name + element, reading);
    return identityOf(through.call, (through.keyword ?? argument.name) + element, reading);
}
/** Why a literal may not be changed, because of any one of the places that it reaches. */
function objection(sinks, arrivals, reading) {
    for (const arrival of arrivals) {
        const tampered = tamperedBy(arrival, reading);
        if (tampered !== null)
            return `it also sets ${tampered}`;
    }
    for (const { verdict } of sinks)
        if (verdict.kind === 'left')
            return verdict.why;
    const kinds = new Set(sinks.map(({ argument }) => argument.knob));
    return kinds.size > 1 ? `it is ${[...kinds].join(' and ')} at once` : null;
}
function hyperparameter({ node, literal }, flow, { arrival, argument, verdict }, dimension, reading) {
    const { positions } = reading;
    const span = { start: node.start, end: node.end };
    const call = { start: arrival.call.start, end: arrival.call.end };
    const path = arrival.key !== null && argument.elements ? `.${arrival.key}` : '';
    const seen = arrival.exact && argument.attribute !== null;
    const partners = verdict.kind === 'tunable' ? (verdict.partners ?? []) : [];
    return {
        id: dimension.id,
        path: reading.path,
        name: argument.name,
        knob: argument.knob,
        form: flow.form,
        text: literal.text,
        value: literal.value,
        span,
        place: positions.rangeOf(span),
        dimension,
        writing: { kind: 'literal', partners },
        importance: knobs[argument.knob].importance,
        evidence: evidenceAt(arrival.node.start, reading),
        arrival: seen ? { call, place: positions.rangeOf(call), attribute: `${argument.attribute}${path}` } : null,
    };
}

;// CONCATENATED MODULE: ./src/hyperparameters/find.ts



const sources = [literalPlaces, insertions];
/** Finds what can be tuned in the program's script and the modules of its own. Reads only; nothing is run. */
async function findHyperparameters(files, program) {
    const script = files.find(({ path }) => path === program.script);
    if (script === undefined)
        return { found: [], left: [] };
    const readings = await withLocalModules(script, files);
    const places = readings
        .filter(({ problem }) => problem === null)
        .flatMap((reading) => placesIn({ reading, entry: reading.path === program.script }));
    return find_settled(places);
}
function placesIn(searched) {
    return sources.flatMap((source) => source(searched)).toSorted((one, other) => positionOf(one) - positionOf(other));
}
/** Where a value stands or would stand. */
function positionOf(place) {
    if (place.kind === 'left')
        return 0;
    const { span, writing } = place.found;
    return writing.kind === 'argument' ? writing.seam.at : span.start;
}
function find_settled(places) {
    const offered = places.flatMap((place) => (place.kind === 'found' ? [place.found] : []));
    const ids = offered.map(({ id }) => id);
    const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    const found = offered.filter(({ id }) => !twice.has(id)).toSorted((one, other) => other.importance - one.importance);
    const known = new Set(found.map(({ id }) => id));
    const left = [
        ...places.flatMap((place) => (place.kind === 'left' ? [place.left] : [])),
        ...[...twice].map((id) => ({ id, why: 'two literals reach it, and only one can be the value' })),
    ];
    return { found, left: left.filter(({ id }) => !known.has(id)) };
}

;// CONCATENATED MODULE: ./src/program/anatomy.ts


/** All calls of the script and its own modules, in source order. */
function callFacts(readings) {
    return readings.flatMap((reading) => callsIn(reading.root).map((call) => fact(call, reading)));
}
function fact(call, reading) {
    const callee = fieldOf(call, 'function');
    const canonical = callee === null ? null : reading.names.canonical(callee);
    const object = canonical === null && callee?.type === 'attribute' ? fieldOf(callee, 'object') : null;
    return {
        reading,
        call,
        line: reading.positions.positionAt(call.start).line,
        name: canonical?.split('.').at(-1) ?? calledName(call, reading),
        canonical,
        library: canonical?.split('.')[0] ?? null,
        maker: object === null ? null : reading.names.madeBy(object),
        isMethod: object !== null,
    };
}
const anatomy_longest = 120;
/** A line of the source as evidence: trimmed and cut. */
function anatomy_evidenceAt(reading, node) {
    const { line } = reading.positions.positionAt(node.start);
    return { path: reading.path, line, text: reading.positions.lineText(line).trim().slice(0, anatomy_longest) };
}

;// CONCATENATED MODULE: ./src/program/data-files.ts



const readers = [
    /^pandas\.read_(csv|table|excel|json|parquet|pickle|feather|hdf|fwf)$/,
    /^numpy\.(load|loadtxt|genfromtxt|fromfile)$/,
    /^builtins\.open$/,
    /^(PIL\.Image\.open|cv2\.imread|imageio\.\w*imread|h5py\.File|joblib\.load|scipy\.io\.loadmat|torch\.load)$/,
    /^polars\.(read|scan)_\w+$/,
    /^torchvision\.datasets\.(ImageFolder|DatasetFolder)$/,
    /^keras\.(preprocessing|utils)\.\w*_dataset_from_directory$/,
    /^sklearn\.datasets\.(load_files|load_svmlight_file)$/,
];
const readingMethods = ['flow_from_directory'];
const writers = /^(to_\w+|save\w*|dump|savefig|imwrite|urlretrieve|retrieve|download|get_file|makedirs|mkdir|exists|isfile|isdir)$/;
/** The local files that the script reads by name, once each. */
function dataFilesOf(facts, exists) {
    const own = new Set(facts.flatMap((fact) => (makes(fact) ? pathsIn(fact) : [])));
    const files = new Map();
    for (const fact of facts) {
        const reads = readers.some((pattern) => pattern.test(fact.canonical ?? '')) || readingMethods.includes(fact.name);
        const optional = ancestor(fact.call, 'try_statement') !== null;
        if (!reads || makes(fact) || optional)
            continue;
        for (const path of pathsIn(fact).slice(0, 1))
            if (!own.has(path) && !/^\w+:\/\//.test(path) && !files.has(path))
                files.set(path, { path, line: fact.line, state: exists(path) });
    }
    return [...files.values()];
}
/** Whether the call writes the file, or asks whether it is there. */
function makes({ canonical, name, call, reading }) {
    if (canonical !== 'builtins.open')
        return writers.test(name);
    const mode = argumentsOf(call)[1];
    const text = mode === undefined
        ? ''
        : reading.textOf(mode.type === 'keyword_argument' ? (fieldOf(mode, 'value') ?? mode) : mode);
    return /^['"][rtb+]*[wax]/.test(text);
}
function pathsIn({ call, reading }) {
    return argumentsOf(call).flatMap((argument) => {
        const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
        const path = value === null ? null : pathAt(value, reading, 5);
        return path === null || path === '' ? [] : [path];
    });
}
/** The path that an expression of literals means: a string, a constant, `os.path.join('data', 'x.csv')`. */
function pathAt(node, reading, depth) {
    if (depth === 0)
        return null;
    if (node.type === 'identifier') {
        const value = reading.bindings.reaching(node)?.value ?? null;
        return value === null ? null : pathAt(value, reading, depth - 1);
    }
    const literal = literals_readLiteral(reading.textOf(node));
    if (typeof literal?.value === 'string')
        return literal.value;
    const callee = node.type === 'call' ? fieldOf(node, 'function') : null;
    const canonical = callee === null ? null : reading.names.canonical(callee);
    if (canonical !== 'os.path.join' && canonical !== 'pathlib.Path')
        return null;
    const parts = argumentsOf(node).map((part) => pathAt(part, reading, depth - 1));
    return parts.includes(null) ? null : parts.join('/');
}

;// CONCATENATED MODULE: ./src/program/families.data.ts
/** What a constructor of an estimator says about the family; the library is the first part of its name. */
const estimatorFamilies = {
    sklearn: {
        'linear-regression': 'LinearRegression Ridge RidgeCV Lasso LassoCV LassoLars ElasticNet ElasticNetCV BayesianRidge ARDRegression HuberRegressor SGDRegressor TheilSenRegressor RANSACRegressor Lars OrthogonalMatchingPursuit LinearSVR',
        'logistic-regression': 'LogisticRegression LogisticRegressionCV',
        'linear-classifier': 'RidgeClassifier RidgeClassifierCV SGDClassifier Perceptron PassiveAggressiveClassifier',
        glm: 'PoissonRegressor GammaRegressor TweedieRegressor QuantileRegressor',
        svm: 'SVC SVR NuSVC NuSVR LinearSVC OneClassSVM KernelRidge',
        knn: 'KNeighborsClassifier KNeighborsRegressor RadiusNeighborsClassifier RadiusNeighborsRegressor NearestCentroid',
        'decision-tree': 'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
        'random-forest': 'RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor',
        boosting: 'GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor',
        ensemble: 'VotingClassifier VotingRegressor StackingClassifier StackingRegressor BaggingClassifier BaggingRegressor',
        mlp: 'MLPClassifier MLPRegressor',
        'naive-bayes': 'GaussianNB MultinomialNB BernoulliNB ComplementNB CategoricalNB',
        lda: 'LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis',
        'gaussian-process': 'GaussianProcessClassifier GaussianProcessRegressor',
        clustering: 'KMeans MiniBatchKMeans DBSCAN AgglomerativeClustering SpectralClustering MeanShift Birch OPTICS HDBSCAN AffinityPropagation',
        density: 'GaussianMixture BayesianGaussianMixture KernelDensity',
        'anomaly-detection': 'IsolationForest LocalOutlierFactor EllipticEnvelope',
        'topic-model': 'LatentDirichletAllocation NMF',
    },
    xgboost: {
        boosting: 'XGBClassifier XGBRegressor XGBRanker train cv',
        'random-forest': 'XGBRFClassifier XGBRFRegressor',
    },
    lightgbm: { boosting: 'LGBMClassifier LGBMRegressor LGBMRanker train cv' },
    catboost: { boosting: 'CatBoostClassifier CatBoostRegressor CatBoost train cv' },
    statsmodels: { 'linear-regression': 'OLS ols WLS wls GLS gls', glm: 'GLM glm', 'logistic-regression': 'Logit logit' },
};
/** Layers of networks, the more telling first; a network is named by the first that it has. */
const layerFamilies = [
    ['transformer', /^(MultiHeadAttention|MultiheadAttention|Transformer\w*|TransformerEncoderLayer)$/],
    ['gnn', /^(GCNConv|GATConv|SAGEConv|GINConv)$/],
    ['cnn', /^(SeparableConv|DepthwiseConv|Conv|Convolution)[123][dD]\w*$/],
    ['rnn', /^(LSTM|GRU|SimpleRNN|RNN|ConvLSTM2D)$/],
    ['mlp', /^(Dense|Linear|LazyLinear|EinsumDense)$/],
];

;// CONCATENATED MODULE: ./src/program/family.ts




/** What kind of model is made, by the constructors and layers that are called; names of files and variables say nothing. */
function family_familyOf(facts, framework) {
    const networked = /keras|pytorch|lightning|tensorflow|flax|jax/.test(framework);
    const network = networked ? networkFamily(facts) : null;
    return network ?? estimatorFamily(facts) ?? { family: 'none', because: [] };
}
const layerLibraries = ['keras', 'torch', 'flax', 'torch_geometric', 'tensorflow'];
function networkFamily(facts) {
    const layers = facts.filter(({ library }) => library !== null && layerLibraries.includes(library));
    const found = layerFamilies.flatMap(([family, pattern]) => {
        const because = layers.filter(({ name }) => pattern.test(name));
        return because.length === 0 ? [] : [{ family, because }];
    });
    const [first] = found;
    if (first === undefined)
        return null;
    const recurrent = found.find(({ family }) => family === 'rnn');
    if (first.family === 'cnn' && recurrent !== undefined)
        return { family: 'cnn+rnn', because: [...first.because, ...recurrent.because] };
    const alone = first.family === 'mlp' && first.because.length === 1;
    return alone ? { family: singleLayer(facts), because: first.because } : first;
}
/** One dense layer alone is a linear model; the loss tells which. */
function singleLayer(facts) {
    const losses = facts.flatMap(({ name, call, reading }) => {
        const loss = name === 'compile' ? keywordValue(call, 'loss', reading) : null;
        return [name, ...(loss === null ? [] : [reading.textOf(loss)])];
    });
    if (losses.some((loss) => /cross_?entropy|nllloss|bce/i.test(loss)))
        return 'logistic-regression';
    return losses.some((loss) => /mse|mean_?squared|l1loss|mae|huber/i.test(loss)) ? 'linear-regression' : 'mlp';
}
function estimatorFamily(facts) {
    const estimators = facts.flatMap((fact) => {
        const family = familyNamed(fact);
        return family === null ? [] : [{ family, fact }];
    });
    // What stands inside another estimator is a part of it: the tree in AdaBoostClassifier(tree).
    const outer = estimators.filter(({ fact }) => !estimators.some((other) => holds(other.fact, fact)));
    const kinds = new Set(outer.map(({ family }) => family));
    const [first] = outer;
    if (first === undefined)
        return null;
    const because = outer.map(({ fact }) => fact);
    return { family: kinds.size === 1 ? first.family : 'multi', because };
}
function familyNamed({ library, name }) {
    const table = library === null ? undefined : estimatorFamilies[library];
    return families.find((family) => table?.[family]?.split(' ').includes(name) === true) ?? null;
}
function holds(outer, inner) {
    for (let above = ancestor(inner.call, 'call'); above !== null; above = ancestor(above, 'call'))
        if (above === outer.call)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/program/metric-words.ts

/** The metric that a printed text names: `Test accuracy: ` is accuracy, `no such file` is none. */
function wordsOfMetric(text) {
    return metrics.find((_, index) => metric_words_patterns[index]?.test(text) === true) ?? null;
}
// Too short or too common to mean a metric in running text.
const ambiguous = ['map', 'error', 'compile_metrics'];
const metric_words_patterns = metrics.map(({ name, aliases }) => {
    const spellings = [name, ...aliases]
        .filter((spelling) => !ambiguous.includes(spelling))
        .map((spelling) => metric_words_escape(spelling).replaceAll('_', '[ _-]?'));
    return spellings.length === 0
        ? /(?!)/
        : new RegExp(`(?<![\\p{L}\\d])(?:${spellings.join('|')})(?![\\p{L}\\d])`, 'iu');
});
function metric_words_escape(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./src/program/metric-source.ts





const tellers = [metricFunction, crossValidation, score, evaluation, kerasFit, printed];
/**
 * The metric that a careful reader would take: the best known name; of equals the one that a framework
 * hook can see; then the one not measured on training data; then the last in the script.
 */
function metricSourceOf(facts, family, script) {
    const told = facts
        .filter(({ reading }) => reading.path === script)
        .flatMap((fact) => tellers.flatMap((teller) => teller(fact, facts, family)));
    const [best] = told.toSorted((one, other) => metrics.indexOf(one.kind) - metrics.indexOf(other.kind) ||
        Number(one.source === 'printed') - Number(other.source === 'printed') ||
        Number(onTraining(one)) - Number(onTraining(other)) ||
        other.fact.line - one.fact.line);
    if (best === undefined)
        return null;
    return { name: best.kind.name, direction: best.kind.direction, source: best.source, line: best.fact.line };
}
function onTraining({ fact: { reading, call } }) {
    return argumentsOf(call).some((argument) => /train/i.test(reading.textOf(argument)));
}
function hook(fact, spelling) {
    const kind = metricNamed(spelling);
    return kind === undefined ? [] : [{ kind, source: 'hook', fact }];
}
/** `accuracy_score(y_test, y_pred)` */
function metricFunction(fact) {
    return fact.canonical?.startsWith('sklearn.metrics.') === true ? hook(fact, fact.name) : [];
}
const regressors = ['linear-regression', 'glm'];
/** What scikit-learn scores by when nothing is said. */
function ownScore(facts, family) {
    const regression = facts.some((fact) => fact.library !== null && /(Regressor|SVR)$/.test(fact.name));
    const classification = facts.some((fact) => fact.library !== null && fact.name.endsWith('Classifier'));
    return !classification && (regression || regressors.includes(family)) ? 'r2' : 'accuracy';
}
/** `cross_val_score(model, X, y, scoring='r2')` */
function crossValidation(fact, facts, family) {
    if (fact.library !== 'sklearn' || !['cross_val_score', 'cross_validate'].includes(fact.name))
        return [];
    const scoring = keywordValue(fact.call, 'scoring', fact.reading);
    const named = scoring === null ? null : stringAt(scoring, fact);
    return hook(fact, named?.replace(/^neg_/, '') ?? ownScore(facts, family));
}
/** `model.score(X_test, y_test)` */
function score(fact, facts, family) {
    const ours = fact.maker === null || /^(sklearn|xgboost|lightgbm|catboost|imblearn|scikeras)\b/.test(fact.maker);
    const given = argumentsOf(fact.call).length >= 2;
    return fact.isMethod && fact.name === 'score' && ours && given ? hook(fact, ownScore(facts, family)) : [];
}
/** `model.evaluate(x_test, y_test)` tells what `compile` was asked for. */
function evaluation(fact, facts) {
    return fact.isMethod && /^evaluate(_generator)?$/.test(fact.name) ? compiled(fact, facts) : [];
}
function kerasFit(fact, facts) {
    const validated = ['validation_data', 'validation_split'].some((keyword) => keywordValue(fact.call, keyword, fact.reading) !== null);
    return fact.isMethod && /^fit(_generator)?$/.test(fact.name) && validated ? compiled(fact, facts) : [];
}
function compiled(fact, facts) {
    const compile = facts.find(({ name, isMethod }) => isMethod && name === 'compile');
    const third = compile === undefined ? undefined : argumentsOf(compile.call)[2];
    const asked = compile === undefined
        ? null
        : (keywordValue(compile.call, 'metrics', compile.reading) ?? (third?.type === 'list' ? third : null));
    const named = asked === null ? [] : namedChildren(asked).flatMap((node) => hook(fact, metricAt(node, fact)));
    return named.length > 0 || compile === undefined ? named : hook(fact, 'loss');
}
/** `'accuracy'`, `keras.metrics.SparseCategoricalAccuracy()` */
function metricAt(node, fact) {
    const text = stringAt(node, fact) ?? fact.reading.textOf(node).replace(/\(.*$/s, '');
    const last = text.split('.').at(-1) ?? '';
    return last.replace(/([a-z])([A-Z])/g, '$1_$2');
}
const printers = /^(print|info|write|warning|echo)$/;
/** `print('Test accuracy:', acc)`: a line with a metric's name and a value beside it. */
function printed(fact) {
    if (!printers.test(fact.name) || fact.canonical?.startsWith('builtins.') === false)
        return [];
    const parts = descendants(fact.call);
    const words = parts.filter(({ type }) => type === 'string_content').map((node) => fact.reading.textOf(node));
    const value = parts.some(({ type, start }) => type === 'identifier' && start > (parts[1]?.end ?? 0));
    const kind = value ? wordsOfMetric(words.join(' ')) : null;
    return kind === null ? [] : [{ kind, source: 'printed', fact }];
}
function stringAt(node, { reading }) {
    const literal = literals_readLiteral(reading.textOf(node));
    return typeof literal?.value === 'string' ? literal.value : null;
}

;// CONCATENATED MODULE: ./src/program/packages.data.ts
/**
 * Which distributions bring a module. Only what we know: installing a guess would run a stranger's code.
 */
const distributions = {
    // Deep learning
    keras: ['keras', 'tensorflow'],
    tensorflow: ['tensorflow'],
    tf_keras: ['tf-keras'],
    tensorflow_datasets: ['tensorflow-datasets'],
    tensorflow_hub: ['tensorflow-hub'],
    keras_tuner: ['keras-tuner'],
    scikeras: ['scikeras'],
    torch: ['torch'],
    torchvision: ['torchvision'],
    torchaudio: ['torchaudio'],
    torchmetrics: ['torchmetrics'],
    torchinfo: ['torchinfo'],
    torchsummary: ['torchsummary'],
    timm: ['timm'],
    einops: ['einops'],
    lightning: ['lightning'],
    pytorch_lightning: ['pytorch-lightning'],
    ignite: ['pytorch-ignite'],
    accelerate: ['accelerate'],
    transformers: ['transformers'],
    datasets: ['datasets'],
    evaluate: ['evaluate'],
    sentence_transformers: ['sentence-transformers'],
    tokenizers: ['tokenizers'],
    jax: ['jax'],
    flax: ['flax'],
    optax: ['optax'],
    // Classical learning
    sklearn: ['scikit-learn'],
    xgboost: ['xgboost'],
    lightgbm: ['lightgbm'],
    catboost: ['catboost'],
    imblearn: ['imbalanced-learn'],
    mlxtend: ['mlxtend'],
    category_encoders: ['category-encoders'],
    statsmodels: ['statsmodels'],
    prophet: ['prophet'],
    hmmlearn: ['hmmlearn'],
    umap: ['umap-learn'],
    optuna: ['optuna'],
    shap: ['shap'],
    skimage: ['scikit-image'],
    // Numbers and tables
    numpy: ['numpy'],
    scipy: ['scipy'],
    pandas: ['pandas'],
    polars: ['polars'],
    pyarrow: ['pyarrow'],
    h5py: ['h5py'],
    joblib: ['joblib'],
    numba: ['numba'],
    sympy: ['sympy'],
    networkx: ['networkx'],
    patsy: ['patsy'],
    openpyxl: ['openpyxl'],
    xlrd: ['xlrd'],
    // Plots
    matplotlib: ['matplotlib'],
    mpl_toolkits: ['matplotlib'],
    pylab: ['matplotlib'],
    seaborn: ['seaborn'],
    plotly: ['plotly'],
    graphviz: ['graphviz'],
    pydot: ['pydot'],
    // Pictures, text, sound
    PIL: ['pillow'],
    cv2: ['opencv-python-headless'],
    imageio: ['imageio'],
    albumentations: ['albumentations'],
    nltk: ['nltk'],
    spacy: ['spacy'],
    gensim: ['gensim'],
    textblob: ['textblob'],
    librosa: ['librosa'],
    soundfile: ['soundfile'],
    // Around a script
    yaml: ['pyyaml'],
    tqdm: ['tqdm'],
    requests: ['requests'],
    bs4: ['beautifulsoup4'],
    lxml: ['lxml'],
    dotenv: ['python-dotenv'],
    dateutil: ['python-dateutil'],
    pytz: ['pytz'],
    absl: ['absl-py'],
    click: ['click'],
    fire: ['fire'],
    rich: ['rich'],
    tabulate: ['tabulate'],
    colorama: ['colorama'],
    termcolor: ['termcolor'],
    six: ['six'],
    psutil: ['psutil'],
    attr: ['attrs'],
    pydantic: ['pydantic'],
    omegaconf: ['omegaconf'],
    hydra: ['hydra-core'],
    ml_collections: ['ml-collections'],
    tensorboard: ['tensorboard'],
    tensorboardX: ['tensorboardX'],
    IPython: ['ipython'],
    gym: ['gym'],
    gymnasium: ['gymnasium'],
};

;// CONCATENATED MODULE: ./src/program/standard-library.data.ts
/** The modules that come with Python 3.9 to 3.14: nothing to install. */
const standardLibrary = new Set(('abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb ' +
    'binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections ' +
    'colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes ' +
    'curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno ' +
    'faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass ' +
    'gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ' +
    'ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes ' +
    'mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator ' +
    'optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix ' +
    'posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re ' +
    'readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd ' +
    'smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string ' +
    'stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile ' +
    'termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty ' +
    'turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg ' +
    'winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo __future__ _thread').split(' '));

;// CONCATENATED MODULE: ./src/program/packages.ts




/** What must be installed to run the files, by a table of our own. */
function packagesOf(readings, siblings) {
    const script = readings[0]?.path ?? '';
    const needed = new Map();
    let refused = null;
    for (const reading of readings)
        for (const { module, statement } of reading.names.imports) {
            const [root = ''] = module.split('.');
            if (standardLibrary.has(root) || isLocal(module, reading.path, script, siblings))
                continue;
            const brought = Object.hasOwn(distributions, root) ? distributions[root] : undefined;
            const optional = ancestor(statement, 'try_statement') !== null;
            if (brought === undefined && !optional)
                refused ??= unknownPackage(root, reading, statement.start);
            for (const distribution of brought ?? [])
                needed.set(distribution, { module: brought?.length === 1 ? root : distribution, distribution });
        }
    return { packages: [...needed.values()], refused };
}
function unknownPackage(module, reading, offset) {
    return {
        code: 'unknown-package',
        reason: `${reading.path} imports ‘${module}’, and no package is known to bring it`,
        help: `if it is a module of your own, put ${module}.py beside the script; if it is not needed, remove the import`,
        ...reading.positions.positionAt(offset),
    };
}

;// CONCATENATED MODULE: ./src/program/refusals.ts
/** Why a file is no Python script, by its name and first bytes; `null` if it may be one. */
function notPython({ path, text }) {
    const refuse = (reason, help) => ({ code: 'not-python', reason, help });
    if (path.endsWith('.ipynb'))
        return refuse(`${path} is a notebook`, 'save it as a Python script (jupyter nbconvert --to script) and name that');
    if (!/\.pyw?$/.test(path))
        return refuse(`${path} is not a .py file`, 'name the Python script that trains the model');
    if (text.includes('\0') || text.includes('\uFFFD'))
        return refuse(`${path} is no text in UTF-8`, 'name a Python script; one in another encoding must be saved as UTF-8');
    return null;
}
function syntaxError(path, { line, column, near }) {
    return {
        code: 'syntax-error',
        reason: `${path} is not valid Python 3 near ‘${near}’`,
        help: `correct line ${line}; python -m py_compile ${path} says more`,
        line,
        column,
    };
}
/** `unused` are frameworks that are imported though nothing of them trains. */
function doesNotTrain(path, unused) {
    const seen = unused.length === 0 ? '' : ` (imported, but nothing of it trains: ${unused.join(', ')})`;
    return {
        code: 'does-not-train',
        reason: `${path} trains no model: no fit and no training loop was found${seen}`,
        help: 'name the script that calls fit, or that runs the training loop',
    };
}
function noMetric(path) {
    return {
        code: 'no-metric',
        reason: `${path} tells no metric: no evaluate, score or metric function, and no print that names one`,
        help: "print the result with its name, as in print('accuracy:', value)",
    };
}
function unusableData({ path, line, state }) {
    if (state === 'pointer')
        return {
            code: 'data-pointer',
            reason: `${path} is a Git-LFS or DVC pointer, not the data`,
            help: `fetch it (git lfs pull, dvc pull), or give the data with --data HOST:${path}`,
            line,
        };
    return {
        code: 'missing-data',
        reason: `the script reads ${path}, which is not there`,
        help: `put it there, or give it with --data HOST:${path}`,
        line,
    };
}
/** For the command to add, once it knows that no hyper-parameter was found. */
function nothingToTune(path, left) {
    const [first] = left;
    const seen = first === undefined ? '' : `; ${first.id} is left alone: ${first.why}`;
    return {
        code: 'nothing-to-tune',
        reason: `${path} writes no hyper-parameter that could be changed${seen}`,
        help: 'write one as a number in the script, as in Ridge(alpha=1.0)',
    };
}

;// CONCATENATED MODULE: ./src/program/training.ts


const sklearnPreparation = /^sklearn\.(preprocessing|feature_extraction|feature_selection|decomposition|impute|compose|random_projection|manifold)\b/;
const trainers = [
    trainer('keras', ['keras', 'scikeras'], ['fit', 'fit_generator', 'train_on_batch'], {
        telling: ['fit_generator', 'train_on_batch'],
    }),
    trainer('lightning', ['lightning', 'pytorch_lightning'], ['fit']),
    trainer('hf-transformers', ['transformers'], ['train']),
    trainer('pytorch', ['torch'], ['backward'], { telling: ['backward'] }),
    trainer('tensorflow', ['tensorflow'], ['apply_gradients', 'minimize'], { telling: ['apply_gradients', 'minimize'] }),
    trainer('xgboost', ['xgboost'], ['fit'], { functions: ['train', 'cv'] }),
    trainer('lightgbm', ['lightgbm'], ['fit'], { functions: ['train', 'cv'] }),
    trainer('catboost', ['catboost'], ['fit'], { functions: ['train', 'cv'] }),
    trainer('statsmodels', ['statsmodels'], ['fit', 'fit_regularized']),
    trainer('scikit-learn', ['sklearn', 'imblearn'], ['fit', 'fit_predict', 'partial_fit'], {
        functions: ['cross_val_score', 'cross_validate', 'cross_val_predict'],
        preparation: sklearnPreparation,
    }),
];
function trainer(framework, libraries, methods, more = {}) {
    return { framework, libraries, methods, functions: [], preparation: null, telling: [], ...more };
}
/** Every call that trains, in source order. */
function trainingCalls(facts) {
    const used = new Set(facts.flatMap(({ library }) => (library === null ? [] : [library])));
    const models = modelLibraries(facts);
    return facts.flatMap((fact) => {
        const known = handedOver(fact) ?? trainers.find((each) => certainly(fact, each));
        if (known !== undefined)
            return [{ framework: known.framework, fact, certain: true }];
        const told = trainers.find((each) => each.telling.includes(fact.name) && training_uses(each, used));
        if (told !== undefined && fact.isMethod)
            return [{ framework: told.framework, fact, certain: true }];
        const likely = trainers.find((each) => fact.maker === null && fact.isMethod && training_uses(each, models) && each.methods.includes(fact.name));
        return likely === undefined ? [] : [{ framework: likely.framework, fact, certain: false }];
    });
}
/** `cross_val_score(XGBClassifier(), X, y)`: who trains is what it was given. */
function handedOver(fact) {
    const [given] = argumentsOf(fact.call);
    if (fact.library !== 'sklearn' || !fact.name.startsWith('cross_val') || given === undefined)
        return undefined;
    const library = fact.reading.names.madeBy(given)?.split('.')[0] ?? '';
    return trainers.find(({ libraries }) => libraries.includes(library));
}
function certainly(fact, { libraries, functions, methods, preparation }) {
    if (fact.library !== null && libraries.includes(fact.library))
        return functions.includes(fact.name);
    const { maker } = fact;
    if (maker === null || !methods.includes(fact.name) || preparation?.test(maker) === true)
        return false;
    return libraries.includes(maker.split('.')[0] ?? '');
}
function training_uses({ libraries }, used) {
    return libraries.some((library) => used.has(library));
}
const networks = /^(Sequential|Model|Dense|Conv\w+|LSTM|GRU|Linear|Module)$/;
/** The libraries of which the script makes models, not only data or metrics. */
function modelLibraries(facts) {
    return new Set(facts.flatMap(({ library, name }) => {
        if (library === null)
            return [];
        const estimators = Object.values(estimatorFamilies[library] ?? {}).flatMap((names) => names.split(' '));
        return networks.test(name) || estimators.includes(name) ? [library] : [];
    }));
}

;// CONCATENATED MODULE: ./src/program/detect.ts









/**
 * Says what a script is, by reading it and the modules of its own that it imports; nothing is run.
 *
 * `siblings` are the other Python files of the snapshot. A script that we will not run comes back with
 * `refused`, and with whatever could be told all the same.
 */
async function detectProgram(script, siblings, dataExists) {
    const foreign = notPython(script);
    if (foreign !== null)
        return unread(script.path, foreign);
    const readings = await withLocalModules(script, siblings);
    const broken = readings.find(({ problem }) => problem !== null);
    if (broken?.problem != null)
        return unread(script.path, syntaxError(broken.path, broken.problem));
    const facts = callFacts(readings);
    const training = trainingCalls(facts);
    const framework = frameworkOf(training);
    const family = family_familyOf(facts, framework);
    const metric = metricSourceOf(facts, family.family, script.path);
    const { packages, refused: unknown } = packagesOf(readings, siblings);
    const data = dataFilesOf(facts, dataExists);
    const trains = training.length > 0;
    const hurt = data.find(({ state }) => state !== 'present');
    return {
        script: script.path,
        trains,
        framework,
        family: trains ? family.family : 'none',
        confidence: confidenceOf(training, family, readings),
        evidence: evidenceOf(family, training),
        packages,
        metric,
        data,
        refused: !trains
            ? doesNotTrain(script.path, idleFrameworks(readings))
            : (unknown ?? refusedData(hurt) ?? (metric === null ? noMetric(script.path) : null)),
    };
}
function unread(script, refused) {
    const nothing = { evidence: [], packages: [], metric: null, data: [] };
    return { script, trains: false, framework: 'none', family: 'none', confidence: 1, ...nothing, refused };
}
function refusedData(file) {
    return file === undefined ? null : unusableData(file);
}
/** The frameworks that train, the first to train first; what is only imported is none of them. */
function frameworkOf(training) {
    const certain = training.filter((call) => call.certain);
    const counted = certain.length > 0 ? certain : training.slice(0, 1);
    const names = [...new Set(counted.map(({ framework }) => framework))];
    return names.length === 0 ? 'none' : names.join('+');
}
function confidenceOf(training, { family }, readings) {
    const wildcard = readings.some(({ names }) => names.imports.some(({ name }) => name === '*'));
    const doubts = [
        training.length > 0 && !training.some(({ certain }) => certain) ? 0.8 : 1,
        training.length > 0 && family === 'none' ? 0.6 : 1,
        family === 'multi' ? 0.7 : 1,
        wildcard ? 0.9 : 1,
    ];
    return Math.round(100 * doubts.reduce((product, doubt) => product * doubt, 0.98)) / 100;
}
const mostEvidence = 4;
/** The lines that decided: the import, what makes the model, what trains it. */
function evidenceOf({ because }, training) {
    const [trainer] = training;
    const maker = because[0] ?? trainer?.fact;
    const imports = maker === undefined ? [] : importsOf(maker).map(({ statement }) => anatomy_evidenceAt(maker.reading, statement));
    const calls = [...because.slice(0, 2), ...(trainer === undefined ? [] : [trainer.fact])];
    const lines = [...imports.slice(0, 1), ...calls.map(({ reading, call }) => anatomy_evidenceAt(reading, call))];
    const first = (line, index) => lines.findIndex((other) => other.path === line.path && other.line === line.line) === index;
    return lines.filter(first).slice(0, mostEvidence);
}
/** The imports that bring what a call names, the closest first. */
function importsOf({ reading, canonical, maker }) {
    const wanted = canonical ?? maker ?? '';
    const closeness = ({ module, name }) => {
        const address = settled(name === null || name === '*' ? module : `${module}.${name}`);
        return wanted === address || wanted.startsWith(`${address}.`) ? address.length : sameLibrary(address, wanted);
    };
    const close = reading.names.imports.filter((each) => closeness(each) > 0);
    return close.toSorted((one, other) => closeness(other) - closeness(one));
}
function sameLibrary(one, other) {
    return one.split('.')[0] === other.split('.')[0] || (one === 'tensorflow' && other.startsWith('keras.')) ? 0.5 : 0;
}
const frameworkModules = ['keras', 'tensorflow', 'torch', 'sklearn', 'xgboost', 'lightgbm', 'catboost'];
function idleFrameworks(readings) {
    const roots = readings.flatMap(({ names }) => names.imports.map(({ module }) => module.split('.')[0] ?? ''));
    return frameworkModules.filter((module) => roots.includes(module));
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./src/runners/allow-list.ts
/**
 * What training code sees of our environment, and why. Everything else, tokens first of all, stays outside.
 * A container has paths, devices and a network of its own: what names those here means nothing there.
 */
const allowed = [
    { names: /^(PATH|HOME|USER|LOGNAME|SHELL)$/, why: 'what every program expects' },
    { names: /^(TMPDIR|TMP|TEMP|XDG_CACHE_HOME)$/, why: 'where temporary and cached files go' },
    { names: /^(LANG|LANGUAGE|LC_[A-Z]+|TZ)$/, why: 'how numbers, text and times are read', inContainers: true },
    { names: /^(https?|no|all|ftp)_proxy$/i, why: 'loaders that download data' },
    {
        names: /^(SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
        why: 'the same, behind a company proxy',
    },
    {
        names: /^(CUDA|NVIDIA|ROCR|HIP)_[A-Z_]+$|^LD_LIBRARY_PATH$/,
        why: 'which accelerators there are, and their libraries',
    },
    {
        names: /^[A-Z]+_(NUM|MAXIMUM)_THREADS$|^(OMP|KMP|GOMP)_[A-Z_]+$|^LOKY_MAX_CPU_COUNT$/,
        why: 'how many cores to use',
        inContainers: true,
    },
    { names: /^(KERAS_HOME|TORCH_HOME|TORCHINDUCTOR_CACHE_DIR|TF_[A-Z_]*(DIR|PATH))$/, why: 'caches of the frameworks' },
    { names: /^(TF|TORCH|KERAS|XLA|JAX)_[A-Z0-9_]+$|^PYTORCH_[A-Z_]+$/, why: 'their settings', inContainers: true },
    {
        names: /^(HF_HOME|HF_HUB_OFFLINE|HF_HUB_CACHE|HF_DATASETS_CACHE|TRANSFORMERS_CACHE)$/,
        why: 'caches of data and models',
    },
    { names: /^(SCIKIT_LEARN_DATA|JOBLIB_TEMP_FOLDER|MPLBACKEND)$/, why: 'the same' },
    { names: /^(PYTHONHASHSEED|PYTHONIOENCODING|PYTHONUTF8)$/, why: 'how Python reads and orders', inContainers: true },
];
/** Never, whatever the list says. */
const secret = /TOKEN|SECRET|KEY|PASS|CREDENTIAL|AUTH/i;
const carriesPassword = /:\/\/[^/@]*@/;
/** Set where the user did not; the runtime itself sees to unbuffered output and to plots without windows. */
const defaults = { TF_CPP_MIN_LOG_LEVEL: '2' };
/** The environment for training code: the allowed part of ours, and our defaults. */
function trainingEnvironment(ours, where = 'process') {
    const passed = Object.entries(ours).filter((entry) => entry[1] !== undefined && isAllowed(entry[0], entry[1], where));
    return { ...defaults, ...Object.fromEntries(passed) };
}
function isAllowed(name, value, where) {
    if (secret.test(name) || carriesPassword.test(value))
        return false;
    const row = allowed.find(({ names }) => names.test(name));
    return row !== undefined && (where === 'process' || row.inContainers === true);
}

;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/decode.ts
/** The value, or one sentence that says where it is wrong, what was expected and what is there. */
function decode(decoder, value) {
    try {
        return { ok: true, value: decoder(value, '') };
    }
    catch (error) {
        if (error instanceof Mismatch)
            return { ok: false, problem: error.message };
        throw error;
    }
}
/** The same for a text that holds JSON. */
function decodeJson(decoder, json) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        return { ok: false, problem: `not JSON: ${excerpt(json)}` };
    }
    return decode(decoder, value);
}
/** A value that is not what a decoder expects. */
class Mismatch extends Error {
    name = 'Mismatch';
    constructor(path, expected, value) {
        super(`${path === '' ? 'the value' : path}: expected ${expected}, got ${excerpt(value)}`);
    }
}
const decode_text = (longest = 2000) => (value, path) => {
    if (typeof value !== 'string')
        throw new Mismatch(path, 'a text', value);
    // Two UTF-16 units a code point at most: count exactly only where it matters.
    if (value.length > longest && Array.from(value).length > longest) {
        throw new Mismatch(path, `at most ${longest} characters`, value);
    }
    return value;
};
const finite = (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
        throw new Mismatch(path, 'a finite number', value);
    return value;
};
const decode_integer = (least = Number.MIN_SAFE_INTEGER) => (value, path) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least)
        return value;
    throw new Mismatch(path, least < 0 ? 'an integer' : `an integer from ${least}`, value);
};
const truth = (value, path) => {
    if (typeof value !== 'boolean')
        throw new Mismatch(path, 'true or false', value);
    return value;
};
const oneOf = (...allowed) => (value, path) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined)
        throw new Mismatch(path, allowed.map((one) => JSON.stringify(one)).join(' or '), value);
    return found;
};
const nullable = (decoder) => (value, path) => value === null ? null : decoder(value, path);
const list = (item, longest = 10_000) => (value, path) => {
    if (!Array.isArray(value))
        throw new Mismatch(path, 'a list', value);
    if (value.length > longest)
        throw new Mismatch(path, `at most ${longest} items`, value.length);
    return value.map((one, index) => item(one, `${path}[${index}]`));
};
const record = (item, most = 10_000) => (value, path) => {
    const entries = Object.entries(anObject(value, path));
    if (entries.length > most)
        throw new Mismatch(path, `at most ${most} entries`, entries.length);
    return Object.fromEntries(entries.map(([key, one]) => [key, item(one, `${path}[${JSON.stringify(key)}]`)]));
};
/** An object with these fields. */
const fields = (shape) => (value, path) => {
    const given = anObject(value, path);
    const decoded = Object.entries(shape).map(([key, decoder]) => [
        key,
        decoder(Object.hasOwn(given, key) ? given[key] : undefined, path === '' ? key : `${path}.${key}`),
    ]);
    // The one place where a shape becomes a type: every field has been through its decoder.
    return Object.fromEntries(decoded);
};
/** Fields that may be absent. */
const optional = (shape) => (value, path) => {
    const given = anObject(value, path);
    const there = Object.entries(shape).filter(([key]) => Object.hasOwn(given, key));
    return fields(Object.fromEntries(there))(value, path);
};
/** An object that both decoders accept, with the fields of both. */
const both = (one, other) => (value, path) => ({ ...one(value, path), ...other(value, path) });
/** One of several shapes, told apart by their field `kind`. */
const byKind = (variants) => (value, path) => {
    const { kind } = fields({ kind: oneOf(...Object.keys(variants)) })(value, path);
    const variant = variants[kind];
    if (variant === undefined)
        throw new Mismatch(path, 'a known kind', kind);
    return { kind, ...variant(value, path) };
};
function anObject(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new Mismatch(path, 'an object', value);
    }
    return value;
}
function excerpt(value) {
    const json = value === undefined ? 'nothing' : JSON.stringify(value);
    return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

;// CONCATENATED MODULE: ./src/machine/write-durably.ts



/**
 * Writes a file so that after a power cut or on a full disk it is the old one or the new one, whole:
 * temporary name, fsync, rename, fsync of the folder. Each step was measured to be needed.
 */
async function writeDurably(path, content) {
    const temporary = `${path}.tmp-${process.pid}`;
    await namingFullDisk(path, async () => {
        try {
            await writeSynced(temporary, content, 'w');
            await (0,promises_namespaceObject.rename)(temporary, path);
            await syncFolder((0,external_node_path_.dirname)(path));
        }
        catch (error) {
            await (0,promises_namespaceObject.rm)(temporary, { force: true });
            throw error;
        }
    });
}
/** Writes and fsyncs one file; `wx` refuses one that is there. */
async function writeSynced(path, content, flag) {
    const file = await (0,promises_namespaceObject.open)(path, flag);
    try {
        await file.writeFile(content);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
/** Makes names in a folder survive a power cut. */
async function syncFolder(path) {
    const folder = await (0,promises_namespaceObject.open)(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
/** Turns a full disk or an exceeded quota into an error that says which file and what to do. */
async function namingFullDisk(path, write) {
    try {
        return await write();
    }
    catch (error) {
        const full = fullDisk[errorCode(error) ?? ''];
        if (full === undefined)
            throw error;
        throw new UserError('machine', 'disk-full', `${path} could not be written: ${full}. What was there before is whole.`, {
            help: 'Make room (`prune` removes old studies), or put RETUNE_HOME on another disk; then run the same command again.',
            cause: error,
        });
    }
}
const fullDisk = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
};
/** The system's name of an error, such as `ENOENT`. */
function errorCode(error) {
    // No `instanceof`: an error of the system may come from another realm than ours.
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}

;// CONCATENATED MODULE: ./src/runners/attempt-files.ts




/** The files of an attempt's folder (images/runtime/PROTOCOL.md), and `stopped.json`, which is ours alone. */
function attempt_files_filesOf(folder) {
    return {
        order: (0,external_node_path_.join)(folder, 'order.json'),
        claim: (0,external_node_path_.join)(folder, 'claim.json'),
        events: (0,external_node_path_.join)(folder, 'events.jsonl'),
        output: (0,external_node_path_.join)(folder, 'output.log'),
        stopped: (0,external_node_path_.join)(folder, 'stopped.json'),
        links: (0,external_node_path_.join)(folder, 'links.json'),
        work: (0,external_node_path_.join)(folder, 'work'),
        saved: (0,external_node_path_.join)(folder, 'saved'),
    };
}
const claimed = (value, path) => {
    const { by } = fields({ v: oneOf(1), by: oneOf('runtime', 'command') })(value, path);
    if (by === 'command')
        return { by };
    return { by, identity: fields({ pid: decode_integer(2), start: decode_integer(0), boot: decode_text() })(value, path), at: 0 };
};
/** The claim, or `null` when nobody has claimed. */
async function readClaim(folder) {
    const { claim: path } = attempt_files_filesOf(folder);
    const json = await contentOf(path);
    if (json === null)
        return null;
    const at = (await (0,promises_namespaceObject.stat)(path)).mtimeMs;
    const decoded = decodeJson(claimed, json);
    if (!decoded.ok)
        return { by: 'unreadable', at };
    return decoded.value.by === 'runtime' ? { ...decoded.value, at } : decoded.value;
}
/** Makes sure that an unclaimed attempt never runs; says whether we came first. */
async function revoke(folder) {
    const { claim } = attempt_files_filesOf(folder);
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    try {
        await namingFullDisk(claim, () => writeSynced(claim, '{"v":1,"by":"command"}\n', 'wx'));
        return true;
    }
    catch (error) {
        if (errorCode(error) === 'EEXIST')
            return false;
        throw error;
    }
}
/** Keeps that it was us who ended the attempt, for whoever follows it. */
async function markStopped(folder, why) {
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    await writeDurably(attempt_files_filesOf(folder).stopped, `${JSON.stringify({ v: 1, why })}\n`);
}
async function readStopped(folder) {
    const json = await contentOf(attempt_files_filesOf(folder).stopped);
    const decoded = decodeJson(fields({ v: oneOf(1), why: oneOf('stop', 'time-limit') }), json ?? '');
    return decoded.ok ? decoded.value.why : null;
}
/** The order's time limit in seconds; `null` when there is none, also where there is no order yet. */
async function readLimit(folder) {
    const json = await contentOf(attempt_files_filesOf(folder).order);
    if (json === null)
        return null;
    const decoded = decodeJson(fields({ limits: fields({ seconds: nullable(finite) }) }), json);
    if (!decoded.ok)
        throw new Error(`${attempt_files_filesOf(folder).order}: ${decoded.problem}`);
    return decoded.value.limits.seconds;
}
/** Whether the order asks for the trained model, and so for what the script itself saved. */
async function savesModel(folder) {
    const json = await contentOf(attempt_files_filesOf(folder).order);
    if (json === null)
        return false;
    const decoded = decodeJson(fields({ saveModel: truth }), json);
    if (!decoded.ok)
        throw new Error(`${attempt_files_filesOf(folder).order}: ${decoded.problem}`);
    return decoded.value.saveModel;
}
/** The last lines of the output, of a progress bar its last state; lossy, cut, and never much memory. */
async function lastLinesOf(folder, most = 20) {
    const tail = await tailOf(attempt_files_filesOf(folder).output, 64 * 1024);
    const lines = tail.replace(/\r+\n/g, '\n').replace(/\n$/, '').split('\n');
    const shown = lines.map((line) => line.slice(line.lastIndexOf('\r') + 1).slice(0, 500));
    return tail === '' ? [] : shown.slice(-most);
}
async function tailOf(path, bytes) {
    let file;
    try {
        file = await (0,promises_namespaceObject.open)(path, 'r');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return '';
        throw error;
    }
    try {
        const { size } = await file.stat();
        const from = Math.max(0, size - bytes);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
        return buffer.subarray(0, bytesRead).toString('utf8');
    }
    finally {
        await file.close();
    }
}
async function contentOf(path) {
    try {
        return await (0,promises_namespaceObject.readFile)(path, 'utf8');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/study/message-parts.ts

/** Decoders of what messages and journal lines share. */
const message_parts_value = (given, path) => {
    if (given === null || typeof given === 'boolean')
        return given;
    if (typeof given === 'number')
        return finite(given, path);
    if (typeof given === 'string')
        return decode_text()(given, path);
    throw new Mismatch(path, 'a number, a text, true, false or null', given);
};
const received = fields({ id: decode_text(), value: message_parts_value, witness: oneOf('object', 'executed') });
const observation = fields({
    name: decode_text(200),
    value: finite,
    split: oneOf('train', 'validation', 'test', 'unknown'),
    epoch: nullable(decode_integer(0)),
    source: oneOf('hook', 'printed', 'file', 'notebook'),
    text: decode_text(),
    size: nullable(decode_integer(0)),
    spread: nullable(finite),
});
const randomness = fields({ sources: list(decode_text(200), 1000), shared: truth });
const failure = fields({
    exitCode: nullable(decode_integer()),
    type: decode_text(),
    message: decode_text(),
    file: nullable(decode_text()),
    line: nullable(decode_integer(1)),
});

;// CONCATENATED MODULE: ./src/runners/messages.ts


const messages_count = decode_integer(0);
const variants = {
    started: fields({ pid: decode_integer(1), python: decode_text(), versions: record(decode_text(), 1000), devices: list(decode_text(), 1000) }),
    received: received,
    progress: both(fields({ phase: oneOf('import', 'data', 'train', 'validate', 'save') }), optional({ epoch: messages_count, epochs: messages_count, step: messages_count, steps: messages_count })),
    metric: observation,
    randomness: randomness,
    model: fields({ file: decode_text(), bytes: messages_count }),
    warning: fields({ code: decode_text(200), text: decode_text() }),
    finished: fields({ exitCode: decode_integer() }),
    failed: failure,
    'timed-out': fields({ limit: finite }),
};
const heading = fields({ v: oneOf(1), kind: decode_text() });
const wholeMessage = both(fields({ t: finite }), byKind(variants));
/** A complete line, without its line feed. */
function readLine(line) {
    if (line.trim() === '')
        return { kind: 'ignored', why: 'empty line' };
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        return { kind: 'problem', problem: 'not JSON' };
    }
    const head = decode(heading, json);
    if (!head.ok)
        return { kind: 'problem', problem: head.problem };
    if (!Object.hasOwn(variants, head.value.kind))
        return { kind: 'ignored', why: `unknown kind ${head.value.kind}` };
    const whole = decode(wholeMessage, json);
    return whole.ok ? { kind: 'message', message: whole.value } : { kind: 'problem', problem: whole.problem };
}
/** Longest line in bytes; what is longer is not kept in memory. */
const longestLine = 16 * 1024;
function messageReader() {
    const lineFeed = 10;
    let rest = [];
    let restBytes = 0;
    let line = 0;
    const keep = (piece) => {
        restBytes += piece.length;
        if (restBytes <= longestLine)
            rest.push(piece.slice());
    };
    const take = () => {
        line += 1;
        const found = restBytes > longestLine
            ? { kind: 'problem', problem: `longer than ${longestLine} bytes` }
            : readLine(new TextDecoder().decode(joined(rest)));
        rest = [];
        restBytes = 0;
        return { ...found, line };
    };
    return {
        push(chunk) {
            const lines = [];
            let from = 0;
            for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
                keep(chunk.subarray(from, end));
                lines.push(take());
                from = end + 1;
            }
            keep(chunk.subarray(from));
            return lines;
        },
    };
}
function joined(pieces) {
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
    }
    return whole;
}

;// CONCATENATED MODULE: ./src/runners/events-file.ts



/** A growing `events.jsonl`, from its first line. The file is opened only while there is something to read. */
function eventsFile(path) {
    const reader = messageReader();
    const chunk = Buffer.alloc(64 * 1024);
    let offset = 0;
    return {
        async readOn(hear) {
            const file = await openIfThere(path);
            if (file === null)
                return null;
            try {
                for (;;) {
                    const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
                    if (bytesRead === 0)
                        return null;
                    offset += bytesRead;
                    for (const line of reader.push(chunk.subarray(0, bytesRead))) {
                        if (line.kind === 'message')
                            hear(line.message);
                        if (line.kind === 'problem')
                            return line;
                    }
                }
            }
            finally {
                await file.close();
            }
        },
    };
}
async function openIfThere(path) {
    try {
        return await (0,promises_namespaceObject.open)(path, 'r');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/runners/how-it-ended.ts
/** The one way in which an attempt ended. What the runtime said counts most, then what we did. */
function howItEnded(evidence) {
    const { lastWord, stopped, lastLines } = evidence;
    if (lastWord?.kind === 'finished')
        return exited(lastWord.exitCode, lastLines);
    if (lastWord?.kind === 'timed-out')
        return { kind: 'timed-out', limit: lastWord.limit, lastLines };
    if (stopped === 'time-limit')
        return { kind: 'timed-out', limit: evidence.limit ?? 0, lastLines };
    // Also when the script failed by our signal.
    if (stopped === 'stop')
        return { kind: 'stopped' };
    if (lastWord?.kind === 'failed') {
        const { exitCode, type, message, file, line } = lastWord;
        return { kind: 'failed', failure: { exitCode, type, message, file, line }, lastLines };
    }
    return withoutLastWord(evidence);
}
function withoutLastWord({ exit, rebooted, limit, lastLines }) {
    const lost = (why) => ({ kind: 'lost', why, lastLines });
    if (rebooted)
        return lost('the machine was restarted');
    if (exit === null)
        return lost('its process is gone; who or what ended it is not known');
    if (exit.cause !== undefined)
        return lost(exit.cause);
    if (exit.signal !== null)
        return lost(signals[exit.signal] ?? `ended by ${exit.signal}`);
    if (exit.code === killed)
        return lost(signals.SIGKILL ?? 'killed');
    if (exit.code === timedOut)
        return { kind: 'timed-out', limit: limit ?? 0, lastLines };
    return exited(exit.code ?? 0, lastLines);
}
/** The script ended the process by itself, past the runtime (`os._exit`), or with a code of its own. */
function exited(code, lastLines) {
    if (code === 0)
        return { kind: 'finished' };
    const message = `the script ended with exit code ${code}`;
    return {
        kind: 'failed',
        failure: { exitCode: code, type: 'SystemExit', message, file: null, line: null },
        lastLines,
    };
}
/** Exit codes of `128 + SIGKILL` by a shell or container in between, and of the runtime's own limit. */
const killed = 137;
const timedOut = 124;
const signals = {
    SIGKILL: 'killed by SIGKILL: out of memory most probably, or by someone',
    SIGSEGV: 'crashed with SIGSEGV, in native code',
    SIGABRT: 'aborted with SIGABRT, in native code',
    SIGBUS: 'crashed with SIGBUS: a mapped file was cut, or the disk or /dev/shm is full',
    SIGILL: 'crashed with SIGILL: a package was built for another processor',
    SIGTERM: 'ended by SIGTERM from outside',
    SIGINT: 'ended by SIGINT from outside',
    SIGHUP: 'ended by SIGHUP: its terminal or session was closed',
};

;// CONCATENATED MODULE: ./src/runners/shared-files.ts






const note = fields({
    source: decode_text(4096),
    files: list(fields({ path: decode_text(4096), bytes: finite, changed: finite }), 1_000_000),
});
/** Keeps how the large files looked that the attempt shares with the snapshot. */
async function noteShares(folder, source, files) {
    if (files.length > 0)
        await writeDurably(attempt_files_filesOf(folder).links, JSON.stringify({ source, files }));
}
/** The files that an attempt shares with the snapshot, and with all others. */
async function readShares(folder) {
    const { links } = attempt_files_filesOf(folder);
    let json;
    try {
        json = await (0,promises_namespaceObject.readFile)(links, 'utf8');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return { source: '', files: [] };
        throw error;
    }
    const decoded = decodeJson(note, json);
    if (!decoded.ok)
        throw new Error(`${links}: ${decoded.problem}`);
    return decoded.value;
}
/**
 * The error, when the script wrote into a shared file. Its mode forbids that, but root may all the same;
 * then every later trial would learn from other data than the baseline.
 */
async function changedShares(folder) {
    const { source, files } = await readShares(folder);
    for (const { path, bytes, changed } of files) {
        const now = await (0,promises_namespaceObject.stat)((0,external_node_path_.join)(source, path)).catch(() => null);
        if (now?.size === bytes && now.mtimeMs === changed)
            continue;
        return new UserError('mistake', 'shared-file-changed', `The script changed ${path}, which all trials share because it is large.`, {
            help: 'Let the script write under another name; then start the study again with --fresh.',
            place: { file: path },
        });
    }
    return null;
}

;// CONCATENATED MODULE: ./src/runners/follow-attempt.ts





/** Follows one attempt to its end (`Runner.follow`). `overtime`: milliseconds beyond the order's limit. */
async function followAttempt(folder, body, see, overtime) {
    const limit = await readLimit(folder);
    const overdue = overtimeWatch(limit, overtime);
    const events = eventsFile(attempt_files_filesOf(folder).events);
    let lastWord = null;
    const hear = (message) => {
        if (isLastWord(message))
            lastWord = message;
        see(message);
    };
    for (const begun = performance.now();;) {
        // Life first, messages second: so nothing that was said before the end is missed.
        const sight = await body.look();
        const problem = await events.readOn(hear);
        if (problem !== null) {
            if (sight.kind === 'alive' && sight.since !== null)
                await body.end();
            throw new Error(`${attempt_files_filesOf(folder).events}:${problem.line}: ${problem.problem}`);
        }
        if (sight.kind !== 'alive')
            return await endingOf(folder, body, sight, lastWord, limit);
        if (overdue(sight.since)) {
            await markStopped(folder, 'time-limit');
            await body.end();
            continue;
        }
        const nap = (0,external_node_timers_promises_namespaceObject.setTimeout)(performance.now() - begun < 60_000 ? 50 : 200);
        await (body.over === null ? nap : Promise.race([nap, body.over]));
    }
}
async function endingOf(folder, body, sight, lastWord, limit) {
    const [stopped, lastLines] = await Promise.all([readStopped(folder), lastLinesOf(folder)]);
    const { exit } = sight;
    if (sight.kind === 'never') {
        if (stopped !== null)
            return { kind: 'stopped' };
        const code = exit?.code ?? notClaimed;
        if (code !== notClaimed)
            throw body.broken(code, lastLines);
        return { kind: 'never-started' };
    }
    if (exit?.code === runtimeBug)
        throw new Error(`The runtime failed in ${folder}:\n${lastLines.join('\n')}`);
    const changed = await changedShares(folder);
    if (changed !== null)
        throw changed;
    return howItEnded({ lastWord, exit, stopped, rebooted: sight.rebooted, limit, lastLines });
}
/** Exit codes of the runtime (PROTOCOL.md). */
const runtimeBug = 70;
const notClaimed = 75;
function isLastWord({ kind }) {
    return kind === 'finished' || kind === 'failed' || kind === 'timed-out';
}
/** Tells when an attempt has run so long that its own runtime should have ended it. */
function overtimeWatch(limit, overtime) {
    let deadline;
    return (since) => {
        if (limit === null || since === null)
            return false;
        // The wall clock is asked once only: it may be set meanwhile.
        deadline ??= performance.now() - Math.max(0, Date.now() - since) + limit * 1000 + overtime;
        return performance.now() > deadline;
    };
}

;// CONCATENATED MODULE: ./src/runners/saved-files.ts




/** A model and its plots fit; a checkpoint of every epoch does not have to. */
const mostBytes = 1 << 30;
const mostFiles = 1000;
/**
 * Moves what the script wrote new in its working copy to a place that lasts: `model.h5`, plots, logs. Links
 * and special files stay behind, so that nothing from outside comes along. The newest come first, because a
 * final model is written last; what does not fit is named in `left-out.txt`. Harmless when done twice.
 */
async function keepSavedFiles(places, most = { bytes: mostBytes, files: mostFiles }) {
    const written = await writtenFiles(places);
    let [bytes, files] = [0, 0];
    const leftOut = [];
    for (const file of written) {
        if (files >= most.files || bytes + file.bytes > most.bytes) {
            leftOut.push(file);
            continue;
        }
        bytes += file.bytes;
        files += 1;
        await move((0,external_node_path_.join)(places.work, file.path), (0,external_node_path_.join)(places.saved, file.path));
    }
    if (leftOut.length > 0)
        await nameLeftOut(places.saved, leftOut);
}
/** Regular files that were created or changed since the script began, the newest first. */
async function writtenFiles({ work, begun, shared }) {
    const since = await (0,promises_namespaceObject.stat)(begun).catch(() => null);
    if (since === null)
        return [];
    const entries = await (0,promises_namespaceObject.readdir)(work, { recursive: true, withFileTypes: true }).catch((error) => {
        if (errorCode(error) === 'ENOENT')
            return [];
        throw error;
    });
    const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(work, (0,external_node_path_.join)(entry.parentPath, entry.name)))
        .filter((path) => !byProducts.test(path) && !shared.includes(path));
    const files = await Promise.all(paths.map(async (path) => {
        const { size, ctimeMs } = await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(work, path));
        return { path, bytes: size, changed: ctimeMs };
    }));
    // The change of the inode, not of the content: unpacked archives bring old dates along.
    return files.filter(({ changed }) => changed > since.ctimeMs).sort((a, b) => b.changed - a.changed);
}
/** Nobody means to save these. */
const byProducts = /(^|\/)(__pycache__|\.ipynb_checkpoints|\.pytest_cache|\.mypy_cache)\/|\.pyc$/;
async function move(from, to) {
    await namingFullDisk(to, async () => {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        try {
            await (0,promises_namespaceObject.rename)(from, to);
        }
        catch (error) {
            // Out of a folder that the script made read-only.
            if (!['EACCES', 'EPERM', 'EXDEV'].includes(errorCode(error) ?? ''))
                throw error;
            await (0,promises_namespaceObject.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
        }
    });
}
async function nameLeftOut(saved, files) {
    const lines = files.map(({ path, bytes }) => `${path}\t${bytes} bytes`);
    await (0,promises_namespaceObject.mkdir)(saved, { recursive: true });
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(saved, 'left-out.txt'), `Written by the script, but too much to be kept:\n${lines.join('\n')}\n`);
}

;// CONCATENATED MODULE: ./src/runners/working-copy.ts





/**
 * Makes the private, writable copy that one attempt runs in: the snapshot, the edited files over it, the
 * data mounts in it. Large files are shared, read-only; they are returned, to be checked afterwards.
 */
async function makeWorkingCopy(copy) {
    return await namingFullDisk(copy.work, async () => {
        // Not recursive: of two starts of one attempt the second fails here.
        await (0,promises_namespaceObject.mkdir)(copy.work);
        const shared = await copySnapshot(copy);
        for (const file of copy.edited)
            await placeEdited(copy.work, file);
        for (const mount of copy.data)
            await placeData(copy, mount);
        return shared;
    });
}
/**
 * Up to here a file is copied always, and larger ones while the sum stays small: scripts that save a
 * model over one that is in the repository are common, and must find it writable.
 */
const smallFile = 1 << 20;
const mostCopied = 64 << 20;
async function copySnapshot({ source, work }) {
    const entries = await (0,promises_namespaceObject.readdir)(source, { recursive: true, withFileTypes: true });
    const pathOf = (entry) => (0,external_node_path_.relative)(source, (0,external_node_path_.join)(entry.parentPath, entry.name));
    const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
    for (const folder of folders.sort())
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.join)(work, folder));
    const files = await Promise.all(entries
        .filter((entry) => entry.isFile())
        .map(pathOf)
        .map(async (path) => ({ path, ...pick(await (0,promises_namespaceObject.stat)((0,external_node_path_.join)(source, path))) })));
    let copied = 0;
    const shared = [];
    const pending = [];
    for (const file of files.sort((a, b) => a.bytes - b.bytes)) {
        copied += file.bytes;
        const small = file.bytes <= smallFile || copied <= mostCopied;
        if (!small)
            shared.push({ path: file.path, bytes: file.bytes, changed: file.changed });
        const place = small ? copyWritable : working_copy_share;
        pending.push(place((0,external_node_path_.join)(source, file.path), (0,external_node_path_.join)(work, file.path), file.mode));
        if (pending.length >= 32)
            await Promise.all(pending.splice(0));
    }
    await Promise.all(pending);
    return shared;
}
async function copyWritable(from, to, mode) {
    await (0,promises_namespaceObject.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    await (0,promises_namespaceObject.chmod)(to, mode | 0o600);
}
async function working_copy_share(from, to) {
    try {
        await (0,promises_namespaceObject.link)(from, to);
    }
    catch (error) {
        if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(errorCode(error) ?? ''))
            throw error;
        await (0,promises_namespaceObject.symlink)(from, to);
    }
}
/** Never through a link: what stands there is removed first. */
async function placeEdited(work, { path, text }) {
    const place = working_copy_inside(work, path);
    if (place === null)
        throw new Error(`An edited file lies outside the working copy: ${path}`);
    const mode = await (0,promises_namespaceObject.stat)(place).then((found) => found.mode | 0o600, () => 0o644);
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    await (0,promises_namespaceObject.rm)(place, { force: true });
    await (0,promises_namespaceObject.writeFile)(place, text, { flag: 'wx', mode });
}
async function placeData({ work, directory }, mount) {
    const wanted = mount.inside ?? (0,external_node_path_.basename)(mount.host);
    if ((0,external_node_path_.isAbsolute)(wanted)) {
        await expectSame(mount.host, wanted);
        return;
    }
    const place = working_copy_inside(work, (0,external_node_path_.join)(directory, wanted));
    if (place === null)
        throw working_copy_outside(mount.host, wanted);
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    await (0,promises_namespaceObject.rm)(place, { recursive: true, force: true });
    await (0,promises_namespaceObject.symlink)(mount.host, place);
}
/** An absolute place is the machine's own: without a container it must already show the data. */
async function expectSame(host, wanted) {
    const [one, other] = await Promise.all([(0,promises_namespaceObject.realpath)(host), (0,promises_namespaceObject.realpath)(wanted).catch(() => null)]);
    if (one !== other)
        throw working_copy_outside(host, wanted);
}
function working_copy_outside(host, wanted) {
    return new UserError('refused', 'data-outside', `--data ${host}:${wanted} would have to change this machine outside the working copy, which the local runner does not do.`, { help: `Give a place relative to the script's working directory, as in --data ${host}:${(0,external_node_path_.basename)(wanted)}.` });
}
function working_copy_inside(work, path) {
    const place = (0,external_node_path_.resolve)(work, path);
    return place.startsWith(`${work}/`) ? place : null;
}
function pick({ size, mtimeMs, mode }) {
    return { bytes: size, changed: mtimeMs, mode: mode & 0o777 };
}

;// CONCATENATED MODULE: ./src/runners/prepare-attempt.ts







/** Makes an attempt's folder all that its process needs: working copy and order. Only once. */
async function prepareAttempt(folder, order, edited, { source, data }) {
    const files = attempt_files_filesOf(folder);
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    if (await anyOf(files.order, files.claim))
        throw new Error(`This attempt was started before: ${folder}`);
    const shared = await makeWorkingCopy({ source, work: files.work, edited, data, directory: order.directory });
    await noteShares(folder, source, shared);
    await writeDurably(files.order, `${JSON.stringify(order)}\n`);
}
/** Removes the working copy of an attempt that is over, after what the script saved was taken out of it. */
async function clearAttempt(folder) {
    const { work, claim: begun, saved } = attempt_files_filesOf(folder);
    if (await savesModel(folder)) {
        const shared = (await readShares(folder)).files.map(({ path }) => path);
        await keepSavedFiles({ work, begun, saved, shared });
    }
    await removeTree(work);
}
async function anyOf(...paths) {
    const there = await Promise.all(paths.map((path) => (0,promises_namespaceObject.access)(path).then(() => true, () => false)));
    return there.includes(true);
}
/** Also where the script made folders read-only. */
async function removeTree(root) {
    try {
        await (0,promises_namespaceObject.rm)(root, { recursive: true, force: true });
    }
    catch (error) {
        if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? ''))
            throw error;
        await makeWritable(root);
        await (0,promises_namespaceObject.rm)(root, { recursive: true, force: true });
    }
}
async function makeWritable(folder) {
    await (0,promises_namespaceObject.chmod)(folder, 0o700);
    for (const entry of await (0,promises_namespaceObject.readdir)(folder, { withFileTypes: true })) {
        if (entry.isDirectory())
            await makeWritable((0,external_node_path_.join)(folder, entry.name));
    }
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./src/machine/process-identity.ts



/** This boot of this machine; empty where the system does not tell. */
function currentBoot() {
    return process_identity_contentOf('/proc/sys/kernel/random/boot_id').trim();
}
/** Where a pid means something: the machine's name, and the container's own numbering if there is one. */
function currentHost() {
    try {
        return { host: (0,external_node_os_.hostname)(), namespace: (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid') };
    }
    catch {
        return { host: (0,external_node_os_.hostname)(), namespace: '' };
    }
}
/** The living process of that number, or `null`. */
function process_identity_identify(pid) {
    const seen = look(pid);
    return seen === null ? null : { pid, start: seen.start, boot: currentBoot() };
}
/** Whether exactly this process still runs; one that waits to be buried does not. */
function isAlive({ pid, start, boot }) {
    if (boot !== currentBoot())
        return false;
    const seen = look(pid);
    return seen !== null && (seen.start === start || seen.start === 0 || start === 0);
}
/**
 * The living processes that belong to a session leader, which may itself be gone: its session and
 * group, and whatever carries `mark` (`NAME=value`) in the environment that it was started with.
 */
function processesOf(leader, mark) {
    if (leader.boot !== currentBoot())
        return [];
    const all = lookAround();
    const leading = all.get(leader.pid);
    // A number is not given away while its session has members: a stranger under it means that all are gone.
    const taken = leading !== undefined && leader.start !== 0 && leading.start !== leader.start;
    const belongs = ([pid, seen]) => (!taken && (seen.session === leader.pid || seen.group === leader.pid)) ||
        process_identity_contentOf(`/proc/${pid}/environ`).split('\0').includes(mark);
    return [...all].filter((one) => one[0] !== process.pid && belongs(one)).map(([pid]) => pid);
}
function look(pid) {
    return hasProc ? lookInProc(pid) : (ps('-p', String(pid)).get(pid) ?? null);
}
function lookAround() {
    if (!hasProc)
        return ps('-ax');
    const pids = (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number);
    return new Map(pids.flatMap((pid) => [lookInProc(pid)].filter((seen) => seen !== null).map((seen) => [pid, seen])));
}
function lookInProc(pid) {
    const stat = process_identity_contentOf(`/proc/${pid}/stat`);
    if (stat === '')
        return null;
    // The second field is the name in parentheses and may hold anything, also spaces and parentheses.
    const [state = '', , group, session, ...more] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state) ? null : { start: Number(more[15]), group: Number(group), session: Number(session) };
}
/** Where there is no `/proc` (macOS): best effort, without start times and sessions. */
function ps(...selection) {
    const { stdout } = (0,external_node_child_process_namespaceObject.spawnSync)('ps', ['-o', 'pid=,pgid=,stat=', ...selection], { encoding: 'utf8' });
    const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/));
    const living = rows.filter(([pid, , state]) => pid !== '' && state !== undefined && !state.startsWith('Z'));
    return new Map(living.map(([pid, group]) => [Number(pid), { start: 0, group: Number(group), session: Number(group) }]));
}
const hasProc = process_identity_contentOf('/proc/self/stat') !== '';
/** Empty when it cannot be read: gone, or not ours to see. */
function process_identity_contentOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/runners/local/end-processes.ts



/**
 * Ends a session leader and all that it started: SIGTERM, a grace, then SIGKILL until nothing is left.
 * A leader that is another process by now, or of another boot, is not touched.
 */
async function endProcesses(leader, mark, grace) {
    const deadline = performance.now() + grace;
    // The leader first: it may end its own children in good order.
    if (isAlive(leader)) {
        send(-leader.pid, 'SIGTERM');
        while (isAlive(leader) && performance.now() < deadline)
            await (0,external_node_timers_promises_namespaceObject.setTimeout)(10);
    }
    await endLeftOvers(leader, mark, Math.max(0, deadline - performance.now()));
}
/** The same for what is left when the leader is gone: worker processes, daemons, things in the background. */
async function endLeftOvers(leader, mark, grace) {
    const polite = performance.now() + grace;
    let left = processesOf(leader, mark);
    for (const pid of left)
        send(pid, 'SIGTERM');
    while (left.length > 0 && performance.now() < polite) {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(20);
        left = processesOf(leader, mark);
    }
    const hopeless = performance.now() + mostForce;
    while (left.length > 0) {
        for (const pid of left)
            send(pid, 'SIGKILL');
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(10);
        left = processesOf(leader, mark);
        if (performance.now() > hopeless) {
            throw new Error(`Processes of an attempt do not end, even by force: ${left.join(', ')}`);
        }
    }
}
/** A process in an uninterruptible system call (a hanging network disk) survives SIGKILL for a while. */
const mostForce = 30_000;
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        // Gone already.
        if (errorCode(error) !== 'ESRCH')
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/runners/local/life.ts



/**
 * Looks at the claim, and revokes an attempt that nobody has claimed and that is not ours to wait for.
 * So that a process which is only slow to claim finds that it may not.
 */
async function lifeOf(folder, own) {
    const starting = own !== null && own.exit() === null;
    const claim = await readClaim(folder);
    switch (claim?.by) {
        case undefined:
            if (starting)
                return { kind: 'alive', leader: null, since: null };
            return (await revoke(folder)) ? { kind: 'never' } : await lifeOf(folder, own);
        case 'command':
            return starting ? { kind: 'alive', leader: null, since: null } : { kind: 'never' };
        case 'unreadable':
            if (starting || !(await isSettled(folder)))
                return { kind: 'alive', leader: null, since: null };
            return { kind: 'dead', leader: null, rebooted: false };
        case 'runtime': {
            const { identity: leader, at: since } = claim;
            const alive = own?.pid === leader.pid ? own.exit() === null : isAlive(leader);
            return alive
                ? { kind: 'alive', leader, since }
                : { kind: 'dead', leader, rebooted: leader.boot !== currentBoot() };
        }
    }
}
/** A claim is created and filled in two steps, moments apart; one that stays empty lost its writer. */
async function isSettled(folder) {
    const { mtimeMs } = await (0,promises_namespaceObject.stat)(attempt_files_filesOf(folder).claim);
    return Math.abs(Date.now() - mtimeMs) > 2000;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./src/runners/local/own-processes.ts






/** Stands in the environment of everything an attempt starts, so that it can be found and ended. */
function markOf(folder) {
    return `${markName}=${folder}`;
}
const markName = 'RETUNE_ATTEMPT';
/**
 * Starts the runtime on an attempt's folder in a session of its own, so that it outlives us: no
 * terminal, no pipe, both outputs appended to `output.log` by the process itself.
 */
async function startRuntime(folder, with_) {
    const output = await (0,promises_namespaceObject.open)(attempt_files_filesOf(folder).output, 'a');
    try {
        const child = (0,external_node_child_process_namespaceObject.spawn)(with_.python, [(0,external_node_path_.join)(with_.runtime, 'attempt.py'), folder], {
            cwd: folder,
            detached: true,
            stdio: ['ignore', output.fd, output.fd],
            env: { ...with_.environment, [markName]: folder },
        });
        await spawned(child, with_.python);
        return ownProcess(child);
    }
    finally {
        await output.close();
    }
}
function ownProcess(child) {
    let exit = null;
    const ended = new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            exit = { code, signal };
            resolve();
        });
    });
    // Our own end must not wait for the training; a follower's timer keeps us alive as long as it looks.
    child.unref();
    return { pid: child.pid ?? 0, exit: () => exit, ended };
}
async function spawned(child, python) {
    try {
        await (0,external_node_events_.once)(child, 'spawn');
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError('machine', 'python-not-started', `The interpreter ${python} cannot be started: ${reason}.`, {
            help: 'Remove the environment with `prune`, so that it is made anew, or name another interpreter with --python.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./src/runners/local/local-body.ts




/** An attempt as processes of this machine. `own` is its process where we are the parent; `grace` in milliseconds. */
function localBody(folder, own, grace) {
    const mark = markOf(folder);
    return {
        async look() {
            const life = await lifeOf(folder, own);
            const exit = own?.exit() ?? null;
            switch (life.kind) {
                case 'alive':
                    return { kind: 'alive', since: life.since };
                case 'never':
                    return { kind: 'never', exit };
                case 'dead':
                    if (life.leader !== null)
                        await endLeftOvers(life.leader, mark, lingering);
                    return { kind: 'dead', exit, rebooted: life.rebooted };
            }
        },
        async end() {
            const life = await lifeOf(folder, own);
            if (life.kind === 'alive' && life.leader !== null)
                await endProcesses(life.leader, mark, grace);
        },
        get over() {
            return own?.exit() === null ? own.ended : null;
        },
        broken: pythonFailed,
    };
}
/** What a script started may finish its own tidying up: joblib's trackers, loggers. */
const lingering = 1000;
function pythonFailed(code, lastLines) {
    const said = lastLines.length === 0 ? '' : `:\n${lastLines.join('\n')}`;
    const message = `The interpreter ended with exit code ${code} before it could run anything${said}`;
    return new UserError('machine', 'python-failed', message, {
        help: 'Remove the environment with `prune`, so that it is made anew.',
    });
}

;// CONCATENATED MODULE: ./src/runners/local/local-runner.ts








/**
 * Runs attempts as processes of this machine: an allow-listed environment, but no isolation. Everything
 * is kept in the attempt's folder; what this object remembers only makes the end known at once.
 */
function localRunner(options) {
    const own = new Map();
    const patience = { stop: 5000, overtime: 15_000, ...options.patience };
    const ownOf = (folder) => own.get(folder) ?? null;
    return {
        name: 'local',
        async start({ folder }, order, edited) {
            const { source, data = [] } = options;
            await prepareAttempt(folder, order, edited, { source, data });
            own.set(folder, await startRuntime(folder, options));
        },
        async follow({ folder }, see) {
            return await followAttempt(folder, localBody(folder, ownOf(folder), patience.stop), see, patience.overtime);
        },
        async stop({ folder }) {
            await stopAttempt(folder, ownOf(folder), patience.stop);
        },
        async clean({ folder }) {
            const life = await lifeOf(folder, ownOf(folder));
            if (life.kind === 'alive')
                throw new Error(`This attempt still runs: ${folder}`);
            await clearAttempt(folder);
        },
    };
}
async function stopAttempt(folder, own, grace) {
    if ((await readClaim(folder)) === null) {
        await markStopped(folder, 'stop');
        // When we come first nothing of the script ever runs; the runtime ends by itself as it sees the claim.
        await revoke(folder);
    }
    let life = await lifeOf(folder, own);
    while (life.kind === 'alive' && life.leader === null) {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(10);
        life = await lifeOf(folder, own);
    }
    if (life.kind === 'never' || life.leader === null)
        return;
    if (life.kind === 'dead') {
        await endLeftOvers(life.leader, markOf(folder), grace);
        return;
    }
    await markStopped(folder, 'stop');
    await endProcesses(life.leader, markOf(folder), grace);
}

;// CONCATENATED MODULE: ./src/search/unit-cube.ts
/** The value at `u` of [0, 1]: within the range, whole for integers, at most three significant digits for reals. */
function valueAt(dimension, u) {
    const share = Math.min(Math.max(u, 0), 1);
    if (dimension.kind === 'choice') {
        const index = Math.min(Math.floor(share * dimension.choices.length), dimension.choices.length - 1);
        return dimension.choices[index] ?? null;
    }
    const { low, high } = dimension;
    const raw = unscale(dimension, scale(dimension, low) + share * (scale(dimension, high) - scale(dimension, low)));
    const rounded = dimension.kind === 'integer' ? Math.round(raw) : Number(raw.toPrecision(3));
    return Math.min(Math.max(rounded, low), high);
}
/** Where a value lies in [0, 1]; one beyond the range lies at its edge. */
function unitOf(dimension, value) {
    if (dimension.kind === 'choice') {
        const index = dimension.choices.indexOf(value);
        return index < 0 ? 0 : (index + 0.5) / dimension.choices.length;
    }
    if (typeof value !== 'number')
        return 0;
    const [low, high] = [scale(dimension, dimension.low), scale(dimension, dimension.high)];
    const clamped = Math.min(Math.max(value, dimension.low), dimension.high);
    return high === low ? 0 : (scale(dimension, clamped) - low) / (high - low);
}
/** How many different values a dimension has; `Infinity` for reals. */
function sizeOf(dimension) {
    if (dimension.kind === 'choice')
        return dimension.choices.length;
    return dimension.kind === 'integer'
        ? dimension.high - dimension.low + 1
        : dimension.high > dimension.low
            ? Infinity
            : 1;
}
/** The same text for equal points. */
function keyOf(point, dimensions) {
    return JSON.stringify(dimensions.map(({ id }) => point[id] ?? null));
}
function scale({ scale: kind }, value) {
    return kind === 'log' ? Math.log(value) : value;
}
function unscale({ scale: kind }, value) {
    return kind === 'log' ? Math.exp(value) : value;
}

;// CONCATENATED MODULE: ./src/search/live-dimensions.ts

/** Dimensions that vary at first: with few trials, more of them only dilute the search. */
const liveAtFirst = 8;
const opensAfter = 10;
/** The dimensions that vary in the next trial when so many were tried: the most important, later all. */
function liveDimensions({ dimensions }, tried) {
    const free = dimensions.filter((dimension) => sizeOf(dimension) > 1);
    return tried <= opensAfter ? free.slice(0, liveAtFirst) : free;
}

;// CONCATENATED MODULE: ./src/search/random-source.ts
/** SplitMix32: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, in its 32-bit form. */
function randomSource(...seeds) {
    let state = seeds.reduce((mixed, seed) => mix(mixed ^ mix(seed | 0)), 0x9e3779b9);
    const uniform = () => {
        state = (state + 0x9e3779b9) | 0;
        return (mix(state) >>> 0) / 4294967296;
    };
    return {
        uniform,
        normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
        below: (below) => Math.floor(uniform() * below),
    };
}
function mix(value) {
    let z = value;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
}

;// CONCATENATED MODULE: ./src/search/spread.ts


/**
 * The index-th of an endless series of points that fill the live dimensions evenly; the others stay at the
 * author's values. The additive recurrence of the generalised golden ratio (Roberts 2018, "The unreasonable
 * effectiveness of quasirandom sequences"), shifted by the seed (Cranley & Patterson 1976).
 */
function spreadPoint(space, live, seed, index) {
    const phi = generalisedGoldenRatio(live.length);
    const shift = randomSource(seed);
    const point = live.map((dimension, axis) => {
        const u = (shift.uniform() + (index + 1) * phi ** -(axis + 1)) % 1;
        return [dimension.id, valueAt(dimension, u)];
    });
    return { ...startOf(space), ...Object.fromEntries(point) };
}
/** The author's own values. */
function startOf({ dimensions }) {
    return Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
}
/** The root of x^(d+1) = x + 1. */
function generalisedGoldenRatio(dimensions) {
    let x = 2;
    for (let step = 0; step < 40; step += 1)
        x = (1 + x) ** (1 / (dimensions + 1));
    return x;
}

;// CONCATENATED MODULE: ./src/search/untried.ts

/** The keys of all points that need no other trial. */
function takenOf({ space, results, pending }) {
    const points = [...results.map(({ point }) => point), ...pending];
    return new Set(points.map((point) => keyOf(point, space.dimensions)));
}
/** How many points a space holds; `Infinity` as soon as one dimension is real. */
function sizeOfSpace({ dimensions }) {
    return dimensions.reduce((product, dimension) => product * sizeOf(dimension), 1);
}
/** The points of a finite space that are not taken, in a fixed order. */
function* untriedPoints({ dimensions }, taken) {
    const size = sizeOfSpace({ dimensions });
    for (let index = 0; index < size; index += 1) {
        const point = pointAt(dimensions, index);
        if (!taken.has(keyOf(point, dimensions)))
            yield point;
    }
}
/** The index-th point, counted like the digits of a number. */
function pointAt(dimensions, index) {
    const point = {};
    let rest = index;
    for (const dimension of dimensions) {
        const count = sizeOf(dimension);
        const digit = rest % count;
        point[dimension.id] = dimension.kind === 'choice' ? (dimension.choices[digit] ?? null) : dimension.low + digit;
        rest = Math.floor(rest / count);
    }
    return point;
}

;// CONCATENATED MODULE: ./src/search/quasi-random.ts





/** Trials before the best so far is looked at. */
const startUps = 3;
/** One trial in so many goes on spreading; the others look near the best. */
const exploresEvery = 4;
const attempts = 500;
const quasi_random_steps = [0.05, 0.12, 0.25];
/** A finite space up to this size is walked to its last point. */
const smallSpace = 1e6;
/**
 * Spreads points evenly over the space, and from the fourth trial on takes most of the others near the best
 * so far. Has no model that could fail: the fall-back of the better optimisers.
 */
const quasiRandom = {
    name: 'quasi-random',
    suggest: (question) => {
        const { space, results, pending, seed } = question;
        const tried = results.length + pending.length;
        const taken = takenOf(question);
        const live = liveDimensions(space, tried);
        const random = randomSource(seed, tried);
        for (let attempt = 0; attempt < attempts; attempt += 1) {
            const suggestion = tried > startUps && tried % exploresEvery !== 0 && attempt < attempts / 2
                ? nearBest(question, live, random)
                : spread(question, live, tried - 1 + attempt);
            if (suggestion !== null && !taken.has(keyOf(suggestion.point, space.dimensions)))
                return suggestion;
        }
        return lastUntried(question, taken);
    },
};
function spread({ space, seed }, live, index) {
    return { point: spreadPoint(space, live, seed, index), why: 'spread evenly over the ranges' };
}
/** One to three coordinates of one of the best points, moved a little. */
function nearBest({ results }, live, random) {
    const ranked = results
        .filter(({ score }) => Number.isFinite(score))
        .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
    const centre = ranked[random.uniform() < 0.7 ? 0 : random.below(Math.min(3, ranked.length))];
    if (centre === undefined)
        return null;
    const step = quasi_random_steps[random.below(quasi_random_steps.length)] ?? 0.1;
    const moves = new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(live.length)));
    const changed = [...moves].flatMap((index) => {
        const dimension = live[index];
        if (dimension === undefined)
            return [];
        const unit = dimension.kind === 'choice'
            ? random.uniform()
            : unitOf(dimension, centre.point[dimension.id] ?? null) + step * random.normal();
        return [[dimension.id, valueAt(dimension, unit)]];
    });
    const point = { ...centre.point, ...Object.fromEntries(changed) };
    return { point, why: 'near the best so far' };
}
/** In a small finite space: whatever is left, in order. */
function lastUntried({ space }, taken) {
    if (sizeOfSpace(space) > smallSpace)
        return null;
    const [point] = untriedPoints(space, taken);
    return point === undefined ? null : { point, why: 'one of the last untried' };
}

;// CONCATENATED MODULE: ./src/search/numerics/normal.ts
const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);
/** Hart (1968), algorithm 5666, as printed by West, "Better approximations to cumulative normal functions" (2005). */
const numerator = [
    3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
    220.206867912376,
];
const denominator = [
    8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
    793.826512519948, 440.413735824752,
];
/** log Φ(z), exact to about 14 digits also where Φ itself is 0 in floating point. */
function logNormalCdf(z) {
    const scaled = scaledTail(Math.abs(z));
    return z < 0 ? Math.log(scaled) - (z * z) / 2 : Math.log1p(-scaled * Math.exp((-z * z) / 2));
}
/**
 * log(φ(z) + z Φ(z)): the logarithm of the expected improvement over a bound that lies z standard deviations
 * below the mean, in units of one; stable in the tail as in Ament et al. (2023), arXiv 2310.20708.
 */
function logExpectedImprovement(z) {
    const logDensity = -(z * z) / 2 - logRootTwoPi;
    if (z > -1)
        return Math.log(Math.exp(logDensity) + z * Math.exp(logNormalCdf(z)));
    // 1 − a Φ(−a) / φ(a): two nearly equal numbers, from some a on better by their series.
    const a = -z;
    const square = a * a;
    if (a > 50)
        return logDensity - Math.log(square) + Math.log1p((-3 + (15 - 105 / square) / square) / square);
    return logDensity + Math.log1p(-a * scaledTail(a) * Math.exp(logRootTwoPi));
}
/** Φ(−a) exp(a²/2) for a ≥ 0; in the tail by Laplace's continued fraction (Abramowitz & Stegun 26.2.14). */
function scaledTail(a) {
    if (a < 3)
        return normal_polynomial(numerator, a) / normal_polynomial(denominator, a);
    let fraction = a;
    for (let term = 60; term >= 1; term -= 1)
        fraction = a + term / fraction;
    return Math.exp(-logRootTwoPi) / fraction;
}
function normal_polynomial(coefficients, x) {
    let sum = 0;
    for (const coefficient of coefficients)
        sum = sum * x + coefficient;
    return sum;
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/acquisition.ts

/**
 * The probability that a trial there reaches the goal, which is the exact one-step criterion when any point beyond
 * the goal is as good (Kushner 1964; Nguyen & Osborne 2019, arXiv 1905.02685, for a known optimum), mixed with the expected
 * improvement (Jones et al. 1998), which is right while the goal is far. Averaged over the models, as sampled
 * hyper-parameters want (Snoek et al. 2012).
 */
function acquisitionOf(posteriors, { best, goal }, feasibility) {
    const improvement = ({ mean, deviation }) => Math.log(deviation) + logExpectedImprovement((mean - best) / deviation);
    const success = ({ mean, deviation }) => logNormalCdf((mean - goal) / deviation);
    return (row) => logMeanExp(posteriors.map((posterior) => {
        const belief = posterior(row);
        return improvement(belief) + 0.5 * Math.max(success(belief), -8);
    })) + Math.log(feasibility(row));
}
/** The probability of reaching the goal at a place, averaged over the models. */
function probabilityOf(posteriors, goal, row) {
    const logs = posteriors.map((posterior) => {
        const { mean, deviation } = posterior(row);
        return logNormalCdf((mean - goal) / deviation);
    });
    return Math.exp(logMeanExp(logs));
}
function logMeanExp(values) {
    const most = Math.max(...values);
    if (!Number.isFinite(most))
        return most;
    return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0) / values.length);
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/columns.ts

/** In the unit cube; choices lie at the centre of their cell, and only equality counts between them. */
function rowOf(point, live) {
    return Float64Array.from(live, (dimension) => unitOf(dimension, point[dimension.id] ?? null));
}
/** The coordinate that a value drawn at `u` will have once it is whole or one of the choices (Garrido-Merchán & Hernández-Lobato 2020). */
function snapped(dimension, u) {
    const inside = Math.min(Math.max(u, 0), 1);
    return dimension.kind === 'real' ? inside : unitOf(dimension, valueAt(dimension, inside));
}
/**
 * For each column the squared distances of all pairs of rows: pair (i, j), j < i, at i (i − 1) / 2 + j, so
 * that the pairs of the first m rows come first.
 */
function pairDistances(rows, live) {
    return live.map((dimension, column) => {
        const distances = new Float64Array((rows.length * (rows.length - 1)) / 2);
        let pair = 0;
        for (let i = 1; i < rows.length; i += 1)
            for (let j = 0; j < i; j += 1, pair += 1)
                distances[pair] = squaredDistance(dimension, rows[i][column], rows[j][column]);
        return distances;
    });
}
function squaredDistance({ kind }, one, other) {
    return kind === 'choice' ? Number(one !== other) : (one - other) ** 2;
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/candidates.ts

const anywhere = 500;
const nearStart = 250;
const nearTop = 320;
const candidates_rounds = 4;
const parents = 8;
const childrenEach = 8;
const candidates_steps = [0.05, 0.15, 0.35];
const fineSteps = [0.02, 0.05, 0.15];
/**
 * Places worth a trial, best first: random ones, some near the author's values and the best trials, then rounds of
 * small mutations. Gradient-free maximisers suffice here (Song et al. 2024, arXiv 2408.11527).
 */
function promising(acquisition, { start, top }, live, random) {
    const uniform = () => Float64Array.from(live, (dimension) => snapped(dimension, random.uniform()));
    const rows = [
        ...many(anywhere, uniform),
        ...many(nearStart, () => mutated(start, live, candidates_steps, random)),
        ...(top.length === 0 ? [] : many(nearTop, (index) => mutated(top[index % top.length], live, candidates_steps, random))),
    ];
    let ranked = byWorth(rows, acquisition);
    for (let round = 0; round < candidates_rounds; round += 1) {
        const best = ranked.slice(0, parents);
        const children = best.flatMap(({ row }) => many(childrenEach, () => mutated(row, live, fineSteps, random)));
        ranked = [...ranked, ...byWorth(children, acquisition)].toSorted((a, b) => b.worth - a.worth);
    }
    return ranked.map(({ row }) => row);
}
function byWorth(rows, acquisition) {
    return rows.map((row) => ({ row, worth: acquisition(row) })).toSorted((a, b) => b.worth - a.worth);
}
/** One to three coordinates moved; a choice is drawn anew. */
function mutated(row, live, sizes, random) {
    const size = sizes[random.below(sizes.length)];
    const moves = new Set(many(1 + random.below(3), () => random.below(live.length)));
    return row.map((u, column) => {
        const dimension = live[column];
        if (!moves.has(column))
            return u;
        return snapped(dimension, dimension.kind === 'choice' ? random.uniform() : u + size * random.normal());
    });
}
function many(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/kernel.ts
/** Lengths grow with the number of columns, as distances do (Hvarfner et al. 2024, arXiv 2402.02229). */
function priorOf(live) {
    const length = { mean: Math.log(0.6) + 0.5 * Math.log(Math.max(1, live.length / 4)), deviation: 0.9 };
    return [...live.map(() => length), { mean: 0, deviation: 0.5 }, { mean: -6, deviation: 1.5 }];
}
function logPrior(theta, prior) {
    return -0.5 * prior.reduce((sum, { mean, deviation }, i) => sum + ((theta[i] - mean) / deviation) ** 2, 0);
}
/** Matérn-5/2 correlation at a squared scaled distance (Rasmussen & Williams 2006, eq. 4.17). */
function matern(squared) {
    const r = Math.sqrt(5 * squared);
    return (1 + r + (5 / 3) * squared) * Math.exp(-r);
}
/** 1/ℓ², for the column. */
function weightOf(theta, column) {
    return Math.exp(-2 * theta[column]);
}
function signalOf(theta) {
    return Math.exp(2 * theta[theta.length - 2]);
}
/** The noise's variance, on top of the signal's on the diagonal. */
function noiseOf(theta) {
    return signalOf(theta) * Math.exp(theta[theta.length - 1]);
}

;// CONCATENATED MODULE: ./src/search/numerics/cholesky.ts
/**
 * Cholesky's method for small dense systems (Golub & Van Loan, "Matrix Computations", 4th ed., 4.2).
 * Matrices are n × n, row by row in one flat array; only the lower triangle is read or written.
 */
/** Turns a symmetric positive definite matrix into its lower factor, in place; `false`: it is not one. */
function factorise(a, n) {
    for (let i = 0; i < n; i += 1) {
        const row = i * n;
        for (let j = 0; j <= i; j += 1) {
            const other = j * n;
            let sum = a[row + j];
            for (let k = 0; k < j; k += 1)
                sum -= a[row + k] * a[other + k];
            if (i > j)
                a[row + j] = sum / a[other + j];
            else if (sum > 1e-12)
                a[row + i] = Math.sqrt(sum);
            else
                return false;
        }
    }
    return true;
}
/** Solves L x = b in place. */
function solveLower(lower, n, b) {
    for (let i = 0; i < n; i += 1) {
        const row = i * n;
        let sum = b[i];
        for (let k = 0; k < i; k += 1)
            sum -= lower[row + k] * b[k];
        b[i] = sum / lower[row + i];
    }
}
/** Solves Lᵀ x = b in place. */
function solveUpper(lower, n, b) {
    for (let i = n - 1; i >= 0; i -= 1) {
        const solved = b[i] / lower[i * n + i];
        b[i] = solved;
        for (let k = 0; k < i; k += 1)
            b[k] = b[k] - lower[i * n + k] * solved;
    }
}
/** The logarithm of the determinant of L. */
function logDeterminant(lower, n) {
    let sum = 0;
    for (let i = 0; i < n; i += 1)
        sum += Math.log(lower[i * n + i]);
    return sum;
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/chain.ts


/** A step's standard deviation in units of the prior's: small ones refine, large ones escape. */
const stepSizes = [0.15, 0.4, 1];
const oneCoordinate = 0.8;
/**
 * Metropolis et al. (1953): walks `steps` times through the posterior of the model's hyper-parameters and
 * returns where it stands. Sampling instead of maximising, because three points cannot decide on one answer.
 */
function walk(start, evidence, prior, steps, random) {
    let here = start;
    let squared = scaledDistances(here, evidence);
    let density = logDensity(here, squared, evidence, prior);
    for (let step = 0; step < steps; step += 1) {
        const width = stepSizes[random.below(stepSizes.length)];
        const coordinate = random.uniform() < oneCoordinate ? random.below(prior.length) : null;
        const there = here.map((value, i) => coordinate === null || coordinate === i ? value + width * prior[i].deviation * random.normal() : value);
        const moved = coordinate === null ? scaledDistances(there, evidence) : shifted(squared, coordinate, here, there, evidence);
        const candidate = logDensity(there, moved, evidence, prior);
        if (Math.log(random.uniform()) < candidate - density) {
            here = there;
            squared = moved;
            density = candidate;
        }
    }
    return here;
}
function scaledDistances(theta, { size, distances }) {
    const pairs = (size * (size - 1)) / 2;
    const squared = new Float64Array(pairs);
    distances.forEach((column, index) => {
        const weight = weightOf(theta, index);
        for (let pair = 0; pair < pairs; pair += 1)
            squared[pair] = squared[pair] + weight * column[pair];
    });
    return squared;
}
/** The distances when only one coordinate has moved: one pass instead of one for each column. */
function shifted(squared, coordinate, here, there, evidence) {
    const column = evidence.distances[coordinate];
    if (column === undefined)
        return squared;
    const change = weightOf(there, coordinate) - weightOf(here, coordinate);
    return squared.map((value, pair) => Math.max(0, value + change * column[pair]));
}
/** Log posterior up to a constant (Rasmussen & Williams 2006, eq. 2.30); −∞ where no factor exists. */
function logDensity(theta, squared, { size, values }, prior) {
    const lower = covariance(theta, squared, size);
    if (!factorise(lower, size))
        return -Infinity;
    const whitened = values.slice(0, size);
    solveLower(lower, size, whitened);
    let misfit = 0;
    for (let i = 0; i < size; i += 1)
        misfit += whitened[i] ** 2;
    return logPrior(theta, prior) - misfit / 2 - logDeterminant(lower, size);
}
function covariance(theta, squared, size) {
    const signal = signalOf(theta);
    const own = signal + noiseOf(theta) + 1 + jitter;
    const matrix = new Float64Array(size * size);
    let pair = 0;
    for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < i; j += 1, pair += 1)
            matrix[i * size + j] = signal * matern(squared[pair]) + 1;
        matrix[i * size + i] = own;
    }
    return matrix;
}
/** Keeps the factor alive when two runs are nearly equal and the noise is nearly zero. */
const jitter = 1e-8;

;// CONCATENATED MODULE: ./src/search/gaussian-process/posterior.ts



/** Conditions a model on what was seen (Rasmussen & Williams 2006, algorithm 2.1); `null`: no factor exists. */
function posteriorOf(theta, rows, values, live) {
    const size = rows.length;
    const correlation = correlationOf(theta, live);
    const [signal, noise] = [signalOf(theta), noiseOf(theta)];
    const lower = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < i; j += 1)
            lower[i * size + j] = signal * correlation(rows[i], rows[j]) + 1;
        lower[i * size + i] = signal + noise + 1 + jitter;
    }
    if (!factorise(lower, size))
        return null;
    const weights = values.slice(0, size);
    solveLower(lower, size, weights);
    solveUpper(lower, size, weights);
    const covariances = new Float64Array(size);
    return (row) => {
        let mean = 0;
        for (let i = 0; i < size; i += 1) {
            const covariance = signal * correlation(row, rows[i]) + 1;
            covariances[i] = covariance;
            mean += covariance * weights[i];
        }
        solveLower(lower, size, covariances);
        let explained = 0;
        for (let i = 0; i < size; i += 1)
            explained += covariances[i] ** 2;
        return { mean, deviation: Math.sqrt(Math.max(signal + 1 - explained, 1e-10)) };
    };
}
function correlationOf(theta, live) {
    const weights = Float64Array.from(live, (_, column) => weightOf(theta, column));
    const exact = live.map(({ kind }) => kind === 'choice');
    return (one, other) => {
        let squared = 0;
        for (let column = 0; column < weights.length; column += 1) {
            const difference = one[column] - other[column];
            if (difference !== 0)
                squared += weights[column] * (exact[column] ? 1 : difference * difference);
        }
        return matern(squared);
    };
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/feasibility.ts



const fewFailures = 2;
/**
 * How likely a trial is to run to its end: regression on ±1 with a fixed kernel, read through Φ, as a least-squares
 * classifier (Rasmussen & Williams 2006, 6.5). One failure may be an accident; from two on they show where not to go.
 */
function feasibilityOf(rows, scores, live) {
    if (scores.filter((score) => score === null).length < fewFailures)
        return () => 1;
    const theta = Float64Array.from(priorOf(live), ({ mean }) => mean);
    theta[theta.length - 1] = Math.log(0.05);
    const labels = Float64Array.from(scores, (score) => (score === null ? -1 : 1));
    const posterior = posteriorOf(theta, rows, labels, live);
    if (posterior === null)
        return () => 1;
    return (row) => {
        const { mean, deviation } = posterior(row);
        // ±1 are certain answers: a unit of the latent score is worth two standard deviations.
        return Math.exp(logNormalCdf((2 * mean) / Math.sqrt(1 + deviation * deviation)));
    };
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/scores.ts
const reach = 2;
const compression = 4;
/**
 * Standardises scores after winsorising the bad side: what lies further below the median than twice the best
 * lies above it is compressed 4 : 1, because how bad a bad trial is tells nothing about the good ones. A failed
 * trial (`null`) counts as the worst that did not fail. At least one score is not `null`.
 */
function standardised(scores, goal) {
    const seen = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
    const best = seen.at(-1) ?? 0;
    const median = (seen[(seen.length - 1) >> 1] + seen[seen.length >> 1]) / 2;
    const floor = median - reach * (best - median);
    const compressed = (score) => (score < floor ? floor - (floor - score) / compression : score);
    const worst = compressed(seen[0] ?? 0);
    const values = scores.map((score) => (score === null ? worst : compressed(score)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    // Equal scores have no scale of their own: the way to the goal is the only one there is.
    const unit = deviation > 1e-9 * Math.abs(mean) ? deviation : Math.abs(goal - mean) || 1;
    return {
        values: Float64Array.from(values, (value) => (value - mean) / unit),
        best: (best - mean) / unit,
        goal: (goal - mean) / unit,
    };
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/sample-models.ts





/** How much longer the next prefix is than the last. */
const growth = 1.25;
/** From so many results on the posterior is narrow and a step is dear. */
const manyResults = 80;
/**
 * Draws of the model's hyper-parameters given the results, one from each chain. Each chain walks through growing
 * prefixes of the history (Chopin 2002, "A sequential particle filter method for static models"): the draws
 * settle over the run as warm-started chains would, and yet depend on the question alone.
 */
function sampleModels(rows, scores, live, seed, { chains, steps }) {
    const prior = priorOf(live);
    const distances = pairDistances(rows, live);
    const many = rows.length > manyResults;
    let thetas = Array.from({ length: many ? Math.ceil(chains / 2) : chains }, () => Float64Array.from(prior, ({ mean }) => mean));
    for (const size of prefixes(rows.length)) {
        const known = scores.slice(0, size);
        if (known.every((score) => score === null))
            continue;
        const evidence = { size, distances, values: standardised(known, 0).values };
        const length = size > manyResults ? Math.ceil(steps / 3) : steps;
        thetas = thetas.map((theta, chain) => walk(theta, evidence, prior, length, randomSource(seed, size, chain)));
    }
    return thetas;
}
/** 2, 3, 4, 5, 7 … and always the whole. */
function prefixes(count) {
    const sizes = [];
    for (let size = 2; size < count; size = Math.ceil(size * growth))
        sizes.push(size);
    return [...sizes, count];
}

;// CONCATENATED MODULE: ./src/search/gaussian-process/gaussian-process.ts













/** Scattered trials before the model is asked: ten or twenty, as usual, only cost trials. */
const gaussian_process_startUps = 2;
const sampling = { chains: 8, steps: 24 };
const topTrials = 4;
/** A finite space up to this size is looked at whole. */
const gaussian_process_smallSpace = 2000;
/**
 * Bayesian optimisation towards a goal: a Gaussian process whose hyper-parameters are sampled, asked where a trial is
 * most likely to reach the goal.
 */
const gaussianProcess = {
    name: 'gaussian-process',
    suggest: (question) => {
        const { space, results, pending } = question;
        const tried = results.length + pending.length;
        const live = liveDimensions(space, tried);
        if (live.length === 0)
            return quasiRandom.suggest(question);
        const known = results.some(({ score }) => Number.isFinite(score));
        if (tried <= gaussian_process_startUps || !known)
            return scattered(question, live, tried);
        return modelled(question, live) ?? quasiRandom.suggest(question);
    },
};
function scattered(question, live, tried) {
    const { space, seed } = question;
    const point = spreadPoint(space, live, seed, tried - 1);
    if (takenOf(question).has(keyOf(point, space.dimensions)))
        return quasiRandom.suggest(question);
    return { point, why: 'scattered over the ranges' };
}
/** `null` when no model stands, or everything it likes was tried. */
function modelled(question, live) {
    const { results, pending, seed } = question;
    const rows = results.map(({ point }) => rowOf(point, live));
    const scores = results.map(({ score }) => (Number.isFinite(score) ? score : null));
    const { values, best, goal } = standardised(scores, question.goal);
    const waiting = pending.map((point) => rowOf(point, live));
    const posteriors = sampleModels(rows, scores, live, seed, sampling).flatMap((theta) => {
        const posterior = posteriorOf(theta, rows, values, live);
        if (posterior === null || waiting.length === 0)
            return posterior ?? [];
        // A believer: what runs is taken to end as expected, so that the next trial goes elsewhere (Ginsbourger et al. 2010).
        const believed = [...values, ...waiting.map((row) => posterior(row).mean)];
        return posteriorOf(theta, [...rows, ...waiting], Float64Array.from(believed), live) ?? [];
    });
    if (posteriors.length === 0)
        return null;
    const acquisition = acquisitionOf(posteriors, { best, goal }, feasibilityOf(rows, scores, live));
    const point = bestUntried(question, live, acquisition, rows, values);
    return point === null ? null : { point, why: inWords(posteriors, goal, rowOf(point, live)) };
}
function bestUntried(question, live, acquisition, rows, values) {
    const { space, results, pending, seed } = question;
    const taken = takenOf(question);
    if (sizeOfSpace(space) <= gaussian_process_smallSpace) {
        const points = [...untriedPoints(space, taken)];
        const byRow = new Map(points.map((point) => [rowOf(point, live), point]));
        const [top] = byWorth([...byRow.keys()], acquisition);
        return top === undefined ? null : (byRow.get(top.row) ?? null);
    }
    const start = startOf(space);
    const top = rows
        .map((row, index) => ({ row, value: values[index] }))
        .toSorted((a, b) => b.value - a.value)
        .slice(0, topTrials)
        .map(({ row }) => row);
    const random = randomSource(seed, results.length + pending.length, 1);
    const seeds = { start: rowOf(start, live), top };
    for (const row of promising(acquisition, seeds, live, random)) {
        const drawn = live.map((dimension, column) => [dimension.id, valueAt(dimension, row[column])]);
        const point = { ...start, ...Object.fromEntries(drawn) };
        if (!taken.has(keyOf(point, space.dimensions)))
            return point;
    }
    return null;
}
function inWords(posteriors, goal, row) {
    const chance = probabilityOf(posteriors, goal, row);
    const percent = chance < 0.01 ? 'less than 1' : String(Math.round(100 * chance));
    return `the model gives it ${percent} % to reach the target`;
}

;// CONCATENATED MODULE: ./src/store/journal-lines.ts



/** The journal's lines: one event each, with a checksum over all that stands before it. */
function lineOf(recorded) {
    // What cannot be read back must never be written: JSON turns a NaN into null.
    const readable = decode(recordedDecoder, recorded);
    if (!readable.ok)
        throw new Error(`A study event cannot be recorded: ${readable.problem}`);
    const body = JSON.stringify({ v: 1, ...readable.value }).slice(0, -1);
    return `${body},"sum":"${sumOf(body)}"}\n`;
}
/** All whole lines of a journal, or the number of the first that is wrong and why. */
function readJournal(content) {
    const events = [];
    let start = 0;
    for (let end = content.indexOf(lineFeed); end >= 0; end = content.indexOf(lineFeed, start)) {
        const line = content.subarray(start, end);
        const last = content.indexOf(lineFeed, end + 1) < 0 && end === content.length - 1;
        // After a power cut a torn last line may have its end but holes of zeros before it.
        if (last && line.includes(0))
            break;
        const read = eventOf(line.toString('utf8'), events.length);
        if (!read.ok)
            return { line: events.length + 1, problem: read.problem };
        events.push(read.value);
        start = end + 1;
    }
    return { events, bytes: start };
}
const lineFeed = 10;
const sumField = /^(.*),"sum":"([0-9a-f]{16})"\}$/su;
function eventOf(line, n) {
    const [, body, sum] = sumField.exec(line) ?? [];
    if (body === undefined)
        return { ok: false, problem: 'it has no checksum' };
    if (sumOf(body) !== sum)
        return { ok: false, problem: 'its checksum does not fit' };
    const read = decodeJson(recordedDecoder, `${body}}`);
    if (read.ok && read.value.n !== n)
        return { ok: false, problem: `it is event ${read.value.n} where ${n} should be` };
    return read;
}
function sumOf(body) {
    return (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex').slice(0, 16);
}
const lines = list(decode_text(4000), 1000);
const journal_lines_long = decode_text(100_000);
const nothing = fields({});
const ending = byKind({
    finished: nothing,
    failed: fields({ failure: failure, lastLines: lines }),
    'timed-out': fields({ limit: finite, lastLines: lines }),
    stopped: nothing,
    lost: fields({ why: journal_lines_long, lastLines: lines }),
    'never-started': nothing,
});
const purpose = byKind({
    baseline: nothing,
    search: nothing,
    confirmation: fields({ repeat: decode_integer(0) }),
});
const axis = { id: journal_lines_long, low: finite, high: finite, scale: oneOf('linear', 'log'), start: finite };
const dimension = byKind({
    real: fields(axis),
    integer: fields(axis),
    choice: fields({ id: journal_lines_long, choices: list(message_parts_value), start: message_parts_value }),
});
const journal_lines_event = byKind({
    'goal-set': fields({
        target: fields({
            metric: decode_text(200),
            direction: oneOf('maximise', 'minimise'),
            value: nullable(finite),
            trainMetric: truth,
        }),
        budget: fields({ trials: decode_integer(0), seconds: nullable(finite) }),
        repeats: decode_integer(0),
    }),
    'space-set': fields({
        space: fields({ dimensions: list(dimension) }),
        left: list(fields({ id: journal_lines_long, why: journal_lines_long })),
    }),
    'trial-suggested': fields({ trial: decode_integer(0), values: record(message_parts_value), why: journal_lines_long, undoes: nullable(decode_integer(0)) }),
    'attempt-started': fields({ trial: decode_integer(0), attempt: decode_integer(0), purpose, seed: nullable(decode_integer()) }),
    'attempt-ended': fields({
        trial: decode_integer(0),
        attempt: decode_integer(0),
        ending,
        seconds: finite,
        observations: list(observation, 1_000_000),
        received: list(received),
        randomness: nullable(randomness),
        mismatches: lines,
    }),
    'search-ended': fields({
        verdict: byKind({
            reached: fields({ winner: decode_integer(0), minimal: truth }),
            'below-target': nothing,
            exhausted: nothing,
            'no-target': nothing,
            'no-metric': fields({ seen: lines }),
            'baseline-failed': nothing,
        }),
    }),
});
const recordedDecoder = fields({ n: decode_integer(0), at: finite, event: journal_lines_event });

;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./src/store/study-archive.ts








const manifestDecoder = fields({
    v: oneOf(1),
    study: decode_text(200),
    files: list(fields({ path: decode_text(4096), bytes: decode_integer(0), sha256: decode_text(64) }), 200_000),
});
/**
 * An allow-list. Not in it: the lease and claims, which mean processes of this machine; the snapshot and working
 * copies, which a checkout of the commit brings again; whatever else may come to lie there.
 */
const kept = [
    { path: /^(study\.json|journal\.jsonl)$/, model: false },
    { path: /^trials\/\d+\/attempts\/\d+\/(order\.json|events\.jsonl|output\.log)$/, model: false },
    { path: /^trials\/\d+\/attempts\/\d+\/model\//, model: true },
];
/** Puts the files of a study, with a manifest, into an empty folder. Models go only where there is room, smallest first. */
async function packStudy(study, into, { whole, most }) {
    const found = (await filesIn(study.root)).map((path) => ({ path, rule: kept.find((rule) => rule.path.test(path)) }));
    const sized = await Promise.all(found
        .filter(({ rule }) => rule !== undefined && (whole || !rule.model))
        .map(async ({ path, rule }) => ({
        path,
        model: rule?.model === true,
        bytes: (await (0,promises_namespaceObject.stat)((0,external_node_path_.join)(study.root, path))).size,
    })));
    const leftOut = [];
    const files = [];
    let room = most;
    for (const { path, model, bytes } of sized.sort((a, b) => Number(a.model) - Number(b.model) || a.bytes - b.bytes)) {
        if (bytes > room) {
            leftOut.push(path);
            continue;
        }
        room -= bytes;
        await place((0,external_node_path_.join)(study.root, path), (0,external_node_path_.join)(into, path), model);
        files.push({ path, ...(await digest((0,external_node_path_.join)(into, path))) });
    }
    await writeDurably((0,external_node_path_.join)(into, 'manifest.json'), `${JSON.stringify({ v: 1, study: study.id, files })}\n`);
    return { bytes: most - room, leftOut };
}
/**
 * Brings the packed files into the study's folder, the journal last: with it the study is there. Refuses a pack that
 * is not whole or not of this study, and keeps a journal that the packed one does not continue.
 */
async function unpackStudy(from, study) {
    const manifest = await checked(from, study);
    const packed = await (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(from, 'journal.jsonl'));
    const own = await (0,promises_namespaceObject.readFile)(study.journal).catch(nothingThere);
    // A last line that was torn by a crash is not part of the history.
    const history = own.subarray(0, own.lastIndexOf('\n') + 1);
    if (!packed.subarray(0, history.length).equals(history))
        return 'other-history';
    for (const { path } of manifest.files) {
        if (path === 'journal.jsonl')
            continue;
        const to = (0,external_node_path_.join)(study.root, path);
        if (await isThere(to))
            continue;
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,promises_namespaceObject.copyFile)((0,external_node_path_.join)(from, path), `${to}.tmp-${process.pid}`);
        await (0,promises_namespaceObject.rename)(`${to}.tmp-${process.pid}`, to);
    }
    await writeDurably(study.journal, packed);
    return 'brought';
}
async function checked(from, study) {
    const decoded = decodeJson(manifestDecoder, await (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(from, 'manifest.json'), 'utf8').catch(() => ''));
    if (!decoded.ok)
        throw damaged(study, `its list of files cannot be read (${decoded.problem})`);
    const { value: manifest } = decoded;
    if (manifest.study !== study.id)
        throw damaged(study, `it is of another study, ${manifest.study}`);
    for (const { path, bytes, sha256 } of manifest.files) {
        if (!kept.some((rule) => rule.path.test(path)) || path.split('/').includes('..'))
            throw damaged(study, `it holds ${path}, which does not belong to a study`);
        const is = await digest((0,external_node_path_.join)(from, path)).catch(() => null);
        if (is?.bytes !== bytes || is.sha256 !== sha256)
            throw damaged(study, `${path} is not what was kept`);
    }
    if (!manifest.files.some(({ path }) => path === 'journal.jsonl'))
        throw damaged(study, 'it has no journal');
    return manifest;
}
function damaged({ id }, why) {
    return new UserError('machine', 'kept-study-damaged', `What the cache holds of study ${id} is not used: ${why}.`, {
        help: 'Delete the entry in the list of caches of the repository; the study then starts again from its baseline.',
    });
}
/** What still grows is copied; what is finished may be the same file under a second name. */
async function place(from, to, finished) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    if (!finished) {
        await (0,promises_namespaceObject.copyFile)(from, to);
        return;
    }
    await (0,promises_namespaceObject.link)(from, to).catch(() => (0,promises_namespaceObject.copyFile)(from, to));
}
async function digest(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return { bytes: (await (0,promises_namespaceObject.stat)(path)).size, sha256: hash.digest('hex') };
}
async function filesIn(root) {
    const entries = await (0,promises_namespaceObject.readdir)(root, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((entry) => (0,external_node_path_.relative)(root, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join('/'));
}
function nothingThere(error) {
    if (errorCode(error) === 'ENOENT')
        return Buffer.alloc(0);
    throw error;
}
async function isThere(path) {
    return await (0,promises_namespaceObject.stat)(path).then(() => true, () => false);
}
/** Makes a folder empty, in a place that git does not see. */
async function emptyFolder(path) {
    await (0,promises_namespaceObject.rm)(path, { recursive: true, force: true });
    await (0,promises_namespaceObject.mkdir)(path, { recursive: true });
}

;// CONCATENATED MODULE: ./src/store/actions-cache.ts






/**
 * The archive's place, relative to the workspace. The cache takes the literal text for a part of the key: it must be
 * the same on every machine.
 */
const actions_cache_place = '.retune-cache';
/** GitHub keeps 10 GB for a repository: one study must not push all others out. */
const actions_cache_most = 1 << 30;
/** GitHub's cache, where we run as a step of a workflow; else `null`. Only this file knows its client. */
function actionsCache(env, directory) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: address } = env;
    // The client archives relative to the workspace, and looks for files relative to the current directory.
    if (token === undefined || (results ?? address) === undefined || env.GITHUB_WORKSPACE !== directory)
        return null;
    const work = (0,external_node_path_.join)(directory, actions_cache_place);
    return {
        restore: (study) => actions_cache_inside(work, () => restore(study, work)),
        save: (study, { whole }) => actions_cache_inside(work, () => save(study, work, whole)),
    };
}
async function restore(study, work) {
    const cache = await client();
    const here = await eventsOf(study.journal);
    const newest = await cache.restoreCache([actions_cache_place], prefixOf(study), [], { lookupOnly: true });
    if (newest === undefined || eventsIn(newest) <= here)
        return null;
    await emptyFolder(work);
    if ((await cache.restoreCache([actions_cache_place], newest)) === undefined)
        return null;
    return (await unpackStudy((0,external_node_path_.join)(work, 'study'), study)) === 'brought' ? await eventsOf(study.journal) : null;
}
async function save(study, work, whole) {
    const cache = await client();
    const events = await eventsOf(study.journal);
    const newest = await cache.restoreCache([actions_cache_place], prefixOf(study), [], { lookupOnly: true });
    // The newest entry is the one that is restored: an older state must not come to stand over it.
    const known = newest === undefined ? -1 : eventsIn(newest);
    if (known > events || (known === events && (!whole || newest?.includes(wholeMark) === true)))
        return { kind: 'kept-already' };
    await emptyFolder((0,external_node_path_.join)(work, 'study'));
    await writeDurably((0,external_node_path_.join)(work, '.gitignore'), '*\n');
    const { bytes, leftOut } = await packStudy(study, (0,external_node_path_.join)(work, 'study'), { whole, most: actions_cache_most });
    const packed = await eventsOf((0,external_node_path_.join)(work, 'study', 'journal.jsonl'));
    const key = `${prefixOf(study)}${packed}-${whole ? wholeMark : 'part'}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    // A failed save answers −1 and stays green; also a success is only believed when the entry is there.
    const id = await cache.saveCache([actions_cache_place], key);
    if (id === -1)
        return { kind: 'failed', why: 'the cache took no entry (it may be read-only for this event)' };
    const there = await cache.restoreCache([actions_cache_place], key, [], { lookupOnly: true });
    if (there !== key)
        return { kind: 'failed', why: 'the entry cannot be found again' };
    return { kind: 'saved', bytes, leftOut };
}
const wholeMark = 'whole';
/** Ends with the study's hash and a dash, so that no other study can match. */
function prefixOf({ id }) {
    return `retune-study-${id}-`;
}
function eventsIn(key) {
    return Number(/-(\d+)-(?:whole|part)-[0-9a-f]{8}$/.exec(key)?.[1] ?? -1);
}
/** How far a journal is: the number of its events; 0 where there is none, or where it cannot be read. */
async function eventsOf(journal) {
    const content = readJournal(await (0,promises_namespaceObject.readFile)(journal).catch(() => Buffer.alloc(0)));
    return 'events' in content ? content.events.length : 0;
}
async function actions_cache_inside(work, use) {
    try {
        return await use();
    }
    finally {
        await (0,promises_namespaceObject.rm)(work, { recursive: true, force: true });
    }
}
async function client() {
    return await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(838), __nccwpck_require__.e(131)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7131));
}

;// CONCATENATED MODULE: ./src/store/journal.ts






/**
 * The journal in a file. Reading changes nothing, so that anyone may look at any time; the first append
 * cuts off a torn last line, so only the holder of the study's lease may append.
 */
function fileJournal(path, clock = { now: Date.now }) {
    let opened;
    let last = Promise.resolve();
    return {
        async read() {
            await last;
            return (await journal_contentOf(path)).events;
        },
        append(event) {
            const appended = last.then(async () => {
                const tail = (opened ??= await openTail(path));
                const recorded = { n: tail.next, at: clock.now(), event };
                await namingFullDisk(path, () => extend(tail, lineOf(recorded)));
                return recorded;
            });
            // One append after the other; the failure of one is told to its own caller only.
            last = appended.catch(() => undefined);
            return appended;
        },
    };
}
async function openTail(path) {
    const { events, bytes } = await journal_contentOf(path);
    await withFile(path, async (file) => {
        await file.truncate(bytes);
        await file.sync();
    });
    await syncFolder((0,external_node_path_.dirname)(path));
    return { path, next: events.length, bytes };
}
async function extend(tail, line) {
    const bytes = Buffer.from(line);
    await withFile(tail.path, async (file) => {
        try {
            await writeAll(file, bytes, tail.bytes);
            await file.datasync();
        }
        catch (error) {
            // Half a line must not stay: the next one would be glued to it.
            await file.truncate(tail.bytes);
            throw error;
        }
    });
    tail.bytes += bytes.length;
    tail.next += 1;
}
async function writeAll(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
    }
}
/** Opened for each line: a study appends a few lines a minute, and nothing is left open after a crash. */
async function withFile(path, use) {
    const file = await (0,promises_namespaceObject.open)(path, external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_RDWR);
    try {
        await use(file);
    }
    finally {
        await file.close();
    }
}
async function journal_contentOf(path) {
    let bytes;
    try {
        bytes = await (0,promises_namespaceObject.readFile)(path);
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return { events: [], bytes: 0 };
        throw error;
    }
    const content = readJournal(bytes);
    if ('events' in content)
        return content;
    throw new UserError('machine', 'journal-damaged', `Line ${content.line} of a study's journal is damaged: ${content.problem}.`, {
        help: 'Nothing was changed. Restore the file from a copy, or start the study again with --fresh.',
        place: { file: path, line: content.line },
    });
}

;// CONCATENATED MODULE: ./src/store/lease.ts







/**
 * Takes the lease of a study, also from a holder that is dead; refuses while one lives.
 *
 * The taker of fence n creates `lease.json.n`, which only one can, and renames it over `lease.json`. One
 * who finds after creating it that `lease.json` is already at n came too late and goes back.
 */
async function takeLease(file, { study }) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const holder = ourselves();
    for (let current = await readLease(file);;) {
        if (current?.holder != null && !isGone(current.holder))
            throw held(file, study, current.holder);
        const mine = { v: 1, study, fence: (current?.fence ?? 0) + 1, holder };
        const candidate = `${file}.${mine.fence}`;
        if (!(await createWhole(candidate, mine))) {
            // Someone is taking this fence: alive, it holds the study; dead, the next fence is free.
            current = (await readLease(candidate)) ?? (await readLease(file));
            continue;
        }
        const newest = await readLease(file);
        if (newest !== null && newest.fence >= mine.fence) {
            await (0,promises_namespaceObject.rm)(candidate, { force: true });
            current = newest;
            continue;
        }
        await (0,promises_namespaceObject.rename)(candidate, file);
        await (0,promises_namespaceObject.rm)(`${file}.${mine.fence - 1}`, { force: true });
        await syncFolder((0,external_node_path_.dirname)(file));
        return leaseOf(file, mine);
    }
}
/** Who holds a study now; `null` when nobody living does. */
async function holderOf(file) {
    const holder = (await readLease(file))?.holder ?? null;
    return holder === null || isGone(holder) ? null : holder;
}
function leaseOf(file, mine) {
    let released;
    const release = () => (released ??= (async () => {
        const current = await readLease(file);
        if (current?.fence === mine.fence)
            await writeDurably(file, textOf({ ...mine, holder: null }));
    })());
    return { fence: mine.fence, release, [Symbol.asyncDispose]: release };
}
function ourselves() {
    const identity = process_identity_identify(process.pid) ?? { pid: process.pid, start: 0, boot: '' };
    return { ...identity, ...currentHost(), command: process.argv.slice(1, 51), since: Date.now() };
}
/** Unknown is not dead: of another machine or container we cannot say. */
function isGone(holder) {
    const here = currentHost();
    return holder.host === here.host && holder.namespace === here.namespace && !isAlive(holder);
}
/** Creates a file with its whole content, or says that it is there already. */
async function createWhole(path, lease) {
    const draft = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    return await namingFullDisk(path, async () => {
        try {
            await writeSynced(draft, textOf(lease), 'wx');
            await (0,promises_namespaceObject.link)(draft, path);
            return true;
        }
        catch (error) {
            if (errorCode(error) === 'EEXIST')
                return false;
            throw error;
        }
        finally {
            await (0,promises_namespaceObject.rm)(draft, { force: true });
        }
    });
}
const leaseDecoder = fields({
    v: oneOf(1),
    study: decode_text(),
    fence: decode_integer(1),
    holder: nullable(fields({
        pid: decode_integer(1),
        start: decode_integer(0),
        boot: decode_text(),
        host: decode_text(),
        namespace: decode_text(),
        command: list(decode_text(100_000)),
        since: decode_integer(0),
    })),
});
async function readLease(path) {
    let json;
    try {
        json = await (0,promises_namespaceObject.readFile)(path, 'utf8');
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return null;
        throw error;
    }
    const decoded = decodeJson(leaseDecoder, json);
    if (decoded.ok)
        return decoded.value;
    throw new UserError('machine', 'lease-damaged', `A study's lease cannot be read: ${decoded.problem}.`, {
        help: 'When no other command runs this study, delete the file.',
        place: { file: path },
    });
}
function textOf(lease) {
    return `${JSON.stringify(lease)}\n`;
}
function held(file, study, holder) {
    const { pid, host, since } = holder;
    const here = currentHost();
    const elsewhere = host !== here.host || holder.namespace !== here.namespace;
    const where = elsewhere ? ` on ${host}${host === here.host ? ' in another container' : ''}` : '';
    const command = holder.command.join(' ').slice(0, 200);
    const ours = !elsewhere && pid === process.pid;
    return new UserError('machine', 'study-held', `Study ${study} is held by ${ours ? 'this very process' : `process ${pid}`}${where} since ${new Date(since).toISOString()}: ${command}`, {
        help: elsewhere
            ? `Whether it still runs cannot be seen from here. When it surely does not, delete ${file}.`
            : `Wait for it, or end it (kill ${pid}) and run this again: nothing that is finished will be repeated.`,
    });
}

;// CONCATENATED MODULE: ./src/store/saving-journal.ts
/** Milliseconds between two savings while a study runs. */
const between = 5 * 60 * 1000;
/**
 * A journal that has the study saved elsewhere now and then, after an attempt has ended: a machine that dies never
 * comes to the saving at the end. Training does not wait for it, and a saving that fails is left to the next one.
 */
function savingJournal(journal, save, clock = { now: Date.now }) {
    let last = Number.NEGATIVE_INFINITY;
    let running = null;
    const saveAside = () => {
        last = clock.now();
        running = save()
            .catch(() => undefined)
            .finally(() => {
            running = null;
        });
    };
    return {
        read: () => journal.read(),
        append: async (event) => {
            const recorded = await journal.append(event);
            if (event.kind === 'attempt-ended' && running === null && clock.now() - last >= between)
                saveAside();
            return recorded;
        },
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./src/machine/git.ts


const run = (0,external_node_util_.promisify)(external_node_child_process_namespaceObject.execFile);
/**
 * Output of a git command that runs no hook and waits for nobody; `null` when it fails or there is no git.
 * `more` is added to the environment: what must not stand in a list of processes, such as a token.
 */
async function git(folder, command, more = {}) {
    try {
        const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...command], {
            cwd: folder,
            env: { ...process.env, ...more, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
            maxBuffer: 256 << 20,
        });
        return stdout;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/store/snapshot-files.ts




/** The repository that holds a folder, else the folder itself. */
async function originOf(folder) {
    const top = await git(folder, ['rev-parse', '--show-toplevel']);
    if (top === null)
        return { root: await (0,promises_namespaceObject.realpath)(folder), git: null };
    const root = await (0,promises_namespaceObject.realpath)(top.replace(/\n$/, ''));
    const [commit, branch, tag, changes] = await Promise.all([
        git(root, ['rev-parse', '--verify', '-q', 'HEAD']),
        git(root, ['symbolic-ref', '-q', '--short', 'HEAD']),
        git(root, ['describe', '--tags', '--exact-match', 'HEAD']),
        git(root, ['status', '--porcelain']),
    ]);
    const ref = (branch ?? tag)?.trim() ?? null;
    return { root, git: { commit: commit?.trim() ?? null, ref, dirty: changes !== '' } };
}
/** The repository around a folder (else the folder), and the files that exist in it and belong to it. */
async function filesUnder(folder) {
    const origin = await originOf(folder);
    const { files } = await resolveFiles(origin.root, await pathsUnder(origin));
    return { root: origin.root, files: files.map(({ path }) => path) };
}
/** Paths that belong to the snapshot, relative to the root: what git would push, else everything that is no tool's own. */
async function pathsUnder(origin) {
    return origin.git === null ? await snapshot_files_walk(origin.root, '') : await listed(origin.root, '');
}
/** Resolves paths to files: folders are walked, links inside followed, links out and special files left out. */
async function resolveFiles(root, paths) {
    const files = new Map();
    const leftOut = [];
    const leave = (path, why) => void leftOut.push({ path, why });
    const add = async (path, trail) => {
        const whole = (0,external_node_path_.join)(root, path);
        const real = await realOf(whole);
        if (real === null) {
            // Deleted but still tracked is not worth a word; a link to nowhere is.
            if (await isLink(whole))
                leave(path, 'a link to nothing');
        }
        else if (!snapshot_files_isInside(real, root)) {
            leave(path, `it leads out of ${root}, to ${real}`);
        }
        else if ((await isLink(whole)) && [(0,external_node_path_.dirname)(whole), ...trail].some((passed) => snapshot_files_isInside(passed, real))) {
            leave(path, 'a link in a circle');
        }
        else {
            await addReal(path, real, trail);
        }
    };
    const addReal = async (path, real, trail) => {
        const found = await (0,promises_namespaceObject.stat)(real);
        if (found.isFile()) {
            files.set(path, { path, real, bytes: found.size, executable: (found.mode & 0o100) !== 0 });
        }
        else if (found.isDirectory()) {
            for (const inner of await snapshot_files_walk(root, path))
                await add(inner, [...trail, real]);
        }
        else {
            leave(path, 'neither a file nor a folder');
        }
    };
    for (const path of paths)
        await add(external_node_path_.posix.normalize(path), []);
    return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), leftOut };
}
function snapshot_files_isInside(path, folder) {
    return path === folder || path.startsWith(folder + external_node_path_.sep);
}
async function realOf(path) {
    try {
        return await (0,promises_namespaceObject.realpath)(path);
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error) ?? ''))
            return null;
        throw error;
    }
}
async function isLink(path) {
    return await (0,promises_namespaceObject.lstat)(path).then((found) => found.isSymbolicLink(), () => false);
}
/** Tracked, and untracked but not ignored; submodules and nested repositories by their own rules. */
async function listed(root, prefix) {
    const out = (await git((0,external_node_path_.join)(root, prefix), ['ls-files', '-z', '-co', '--exclude-standard'])) ?? '';
    const paths = [...new Set(out.split('\0').filter((path) => path !== ''))];
    const nested = await Promise.all(paths.map(async (path) => {
        const whole = external_node_path_.posix.join(prefix, path.replace(/\/$/, ''));
        const isRepository = await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(root, whole, '.git')).then(() => true, () => false);
        return isRepository ? await listed(root, whole) : [whole];
    }));
    return nested.flat();
}
/** Folders that tools make and nobody trains from. */
const toolFolders = ['.git', '.hg', '.venv', 'venv', 'node_modules', '__pycache__', '.ipynb_checkpoints', '.tox'];
/** A snapshot is for a script and its modules; far beyond this it is somebody's whole home folder. */
const snapshot_files_mostFiles = 20_000;
async function snapshot_files_walk(root, from) {
    const found = [];
    const folders = [from];
    for (let folder = folders.pop(); folder !== undefined && found.length <= snapshot_files_mostFiles; folder = folders.pop()) {
        const entries = await (0,promises_namespaceObject.readdir)((0,external_node_path_.join)(root, folder), { withFileTypes: true });
        if (folder !== from && entries.some(({ name }) => name === 'pyvenv.cfg'))
            continue;
        for (const entry of entries) {
            const path = (0,external_node_path_.relative)(root, (0,external_node_path_.join)(root, folder, entry.name)).replaceAll(external_node_path_.sep, '/');
            if (!entry.isDirectory())
                found.push(path);
            else if (!toolFolders.includes(entry.name))
                folders.push(path);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./src/store/snapshot.ts








/** Reads and hashes the files that belong to a script, so that an existing study is found without a copy. */
async function readSnapshot(question) {
    const { script, limitBytes = 512 << 20, also = [], without = [] } = question;
    const own = await (0,promises_namespaceObject.realpath)((0,external_node_path_.dirname)(script));
    const origin = await originOf(own);
    const path = (0,external_node_path_.relative)(origin.root, (0,external_node_path_.join)(own, script.slice((0,external_node_path_.dirname)(script).length + 1))).replaceAll(external_node_path_.sep, '/');
    const paths = [...new Set([...(await pathsUnder(origin)), path, ...also])];
    const excluded = without.map((folder) => folder + external_node_path_.sep);
    const kept = paths.filter((one) => !excluded.some((folder) => (0,external_node_path_.join)(origin.root, one).startsWith(folder)));
    const { files, leftOut } = await resolveFiles(origin.root, kept);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    refuseTooMuch(origin.root, files, bytes, limitBytes);
    const hashed = await inBatches(files, async (file) => ({ ...file, hash: await hashOf(file.real) }));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const file of hashed)
        hash.update(`${JSON.stringify([file.path, file.executable, file.hash])}\n`);
    const { commit, ref, dirty } = origin.git ?? { commit: null, ref: null, dirty: false };
    return {
        root: origin.root,
        script: path,
        hash: hash.digest('hex'),
        bytes,
        files: hashed,
        commit,
        ref,
        dirty,
        leftOut,
    };
}
/**
 * Keeps a snapshot in a folder, read-only and without links, whole or not at all; harmless when it is
 * kept already. Refuses when a file is no longer as it was read.
 */
async function keepSnapshot(snapshot, into) {
    if (await exists(into))
        return;
    const temporary = `${into}.tmp-${process.pid}`;
    await namingFullDisk(into, async () => {
        try {
            const folders = new Set(snapshot.files.map(({ path }) => (0,external_node_path_.dirname)((0,external_node_path_.join)(temporary, path))));
            for (const folder of [temporary, ...folders])
                await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
            await inBatches(snapshot.files, (file) => keepFile(file, (0,external_node_path_.join)(temporary, file.path)));
            for (const folder of folders)
                await syncFolder(folder);
            await (0,promises_namespaceObject.rename)(temporary, into);
            await syncFolder((0,external_node_path_.dirname)(into));
        }
        catch (error) {
            await (0,promises_namespaceObject.rm)(temporary, { recursive: true, force: true });
            throw error;
        }
    });
}
async function keepFile({ path, real, executable, hash }, to) {
    // A clone where the file system can; never a link, which would follow the author's later edits.
    await (0,promises_namespaceObject.copyFile)(real, to, external_node_fs_.constants.COPYFILE_FICLONE);
    if ((await hashOf(to)) !== hash) {
        throw new UserError('machine', 'changed-while-read', `${path} was changed while it was being copied.`, {
            help: 'Run the command again when nothing writes into the folder.',
            place: { file: real },
        });
    }
    const file = await (0,promises_namespaceObject.open)(to, 'r+');
    await file.sync().finally(() => file.close());
    await (0,promises_namespaceObject.chmod)(to, executable ? 0o555 : 0o444);
}
function refuseTooMuch(root, files, bytes, limit) {
    if (bytes <= limit && files.length <= snapshot_files_mostFiles)
        return;
    const largest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    const names = largest.map((file) => `${file.path} (${snapshot_inWords(file.bytes)})`).join(', ');
    const much = files.length > snapshot_files_mostFiles ? `more than ${snapshot_files_mostFiles} files` : snapshot_inWords(bytes);
    throw new UserError('refused', 'snapshot-too-large', `${root} holds ${much} beside the script; ${snapshot_inWords(limit)} and ${snapshot_files_mostFiles} files are allowed. Largest: ${names}.`, { help: 'Put data into .gitignore and give it with --data, or move the script into a repository of its own.' });
}
function snapshot_inWords(bytes) {
    return bytes >= 1 << 20 ? `${Math.ceil(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
async function hashOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 }), hash);
    return hash.digest('hex');
}
async function exists(path) {
    try {
        await (0,promises_namespaceObject.stat)(path);
        return true;
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/** In order, some at a time: file handles are few. */
async function inBatches(items, work) {
    const results = [];
    for (let at = 0; at < items.length; at += 32) {
        results.push(...(await Promise.all(items.slice(at, at + 32).map(work))));
    }
    return results;
}

;// CONCATENATED MODULE: ./src/store/study-folder.ts


/** All studies of a home. */
function studiesFolder(home) {
    return (0,external_node_path_.join)(home, 'studies');
}
function studyFolder(home, id) {
    const root = (0,external_node_path_.join)(studiesFolder(home), id);
    return {
        id,
        root,
        record: (0,external_node_path_.join)(root, 'study.json'),
        journal: (0,external_node_path_.join)(root, 'journal.jsonl'),
        lease: (0,external_node_path_.join)(root, 'lease.json'),
        source: (0,external_node_path_.join)(root, 'source'),
        trials: (0,external_node_path_.join)(root, 'trials'),
        winner: (0,external_node_path_.join)(root, 'winner'),
    };
}
/** `trials/0007`: four digits, so that a listing is in order. */
function trialFolder(study, trial) {
    return (0,external_node_path_.join)(study.trials, String(trial).padStart(4, '0'));
}
/** The place of `trials/0007/attempts/2`, which a runner fills. */
function attemptPlace(study, trial, attempt) {
    const folder = (0,external_node_path_.join)(trialFolder(study, trial), 'attempts', String(attempt));
    return { study: study.id, trial, attempt, folder };
}
/** Makes the study's own folders; harmless when they are there. */
async function makeStudyFolder(study) {
    await (0,promises_namespaceObject.mkdir)(study.trials, { recursive: true });
}

;// CONCATENATED MODULE: ./src/store/study-identity.ts


/** The study's name, `train-3f9c2a1b`: the script's base name and a short hash of its identity. */
function studyId(identity) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(canonical(identity)).digest('hex').slice(0, 8);
    return `${wordOf(identity.script)}-${hash}`;
}
/** Sets are sorted; the order of arguments and mounts means something and stays. */
function canonical({ script, snapshotHash, directory, data, environmentHash, metric, ...of }) {
    const mounts = data.map(({ host, inside }) => [host, inside]);
    const choice = [[...of.tune].sort(), [...of.keep].sort()];
    const { name, direction } = metric;
    return JSON.stringify([
        1,
        script,
        snapshotHash,
        directory,
        of.arguments,
        mounts,
        environmentHash,
        name,
        direction,
        choice,
    ]);
}
/** A folder name that is safe everywhere, whatever the script is called. */
function wordOf(script) {
    const name = external_node_path_.posix.basename(script).replace(/\.[^.]*$/, '');
    const word = name.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-+|-+$/g, '');
    return word === '' ? 'study' : word.slice(0, 40);
}

;// CONCATENATED MODULE: ./src/store/study-record.ts




const study_record_words = list(decode_text(10_000));
const recordDecoder = fields({
    v: oneOf(1),
    id: decode_text(200),
    script: decode_text(4096),
    snapshotHash: decode_text(200),
    directory: decode_text(4096),
    arguments: study_record_words,
    data: list(fields({ host: decode_text(4096), inside: nullable(decode_text(4096)) })),
    environmentHash: decode_text(200),
    metric: fields({ name: nullable(decode_text(200)), direction: nullable(oneOf('maximise', 'minimise')) }),
    tune: study_record_words,
    keep: study_record_words,
    root: decode_text(4096),
    commit: nullable(decode_text(200)),
    ref: nullable(decode_text(1000)),
    dirty: truth,
    createdAt: decode_integer(0),
});
/** The study's record, or `null` when there is no (complete) study in the folder. */
async function readStudy({ record: path }) {
    let json;
    try {
        json = await (0,promises_namespaceObject.readFile)(path, 'utf8');
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? ''))
            return null;
        throw error;
    }
    const decoded = decodeJson(recordDecoder, json);
    if (decoded.ok)
        return decoded.value;
    throw new UserError('machine', 'study-damaged', `The record of a study cannot be read: ${decoded.problem}.`, {
        help: 'Start it again with --fresh, or remove it with `prune`.',
        place: { file: path },
    });
}
/** Writes the record; from then on the study exists. */
async function writeStudy({ record: path }, record) {
    await writeDurably(path, `${JSON.stringify(record, null, 2)}\n`);
}

;// CONCATENATED MODULE: ./src/store/winner.ts





/** Puts diff, summary, model and what the script saved into the study's `winner/`. */
async function keepWinner(folder, { diff, model, summary }) {
    await (0,promises_namespaceObject.mkdir)(folder.winner, { recursive: true });
    const attempt = model === null ? null : attemptPlace(folder, model.trial, model.attempt).folder;
    const saved = await copyOver(attempt, folder.winner, 'saved');
    const kept = {
        study: folder.root,
        model: await copyOver(attempt, folder.winner, 'model'),
        saved: saved === null ? null : { folder: saved, files: await winner_filesIn(saved) },
        diff: diff === '' ? null : (0,external_node_path_.join)(folder.winner, 'retune.diff'),
        summary: (0,external_node_path_.join)(folder.winner, 'summary.md'),
    };
    if (kept.diff !== null)
        await writeDurably(kept.diff, diff);
    await writeDurably((0,external_node_path_.join)(folder.winner, 'summary.md'), summary(kept));
    return kept;
}
/** Replaces a folder of the winner by the attempt's, where that has one. */
async function copyOver(attempt, winner, name) {
    const to = (0,external_node_path_.join)(winner, name);
    await (0,promises_namespaceObject.rm)(to, { recursive: true, force: true });
    const from = attempt === null ? null : (0,external_node_path_.join)(attempt, name);
    if (from === null || !(0,external_node_fs_.existsSync)(from))
        return null;
    await namingFullDisk(to, () => (0,promises_namespaceObject.cp)(from, to, { recursive: true, mode: external_node_fs_.constants.COPYFILE_FICLONE }));
    return to;
}
async function winner_filesIn(folder) {
    const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name)))
        .sort();
}

;// CONCATENATED MODULE: ./src/store/changes.ts

const everything = 'everything';
/**
 * Compares `HEAD` with the first of the commits that git has or can fetch. Trees are compared, so that neither
 * a force push nor a shallow clone without the history in between is a difficulty.
 */
async function changesSince(root, commits, token) {
    const missing = [];
    for (const commit of commits) {
        if (commit === everything)
            break;
        const since = (await resolved(root, commit)) ?? (await fetched(root, commit, token));
        const names = ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', '--ignore-submodules'];
        const out = since === null ? null : await git(root, [...names, since, 'HEAD', '--']);
        if (out !== null)
            return { since, paths: out.split('\0').filter((path) => path !== ''), missing };
        missing.push(commit);
    }
    return { since: null, paths: [], missing };
}
async function resolved(root, commit) {
    // A dash at the beginning would be an option of git.
    if (commit.startsWith('-'))
        return null;
    const found = await git(root, ['rev-parse', '--verify', '-q', '--end-of-options', `${commit}^{commit}`]);
    return found === null ? null : found.trim();
}
/** Fetches a commit (two, where its parent is meant) without the history between. */
async function fetched(root, commit, token) {
    const shallow = (await git(root, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
    const [, name = '', parent = ''] = /^(\w[\w./-]*)(\^?)$/.exec(commit) ?? [];
    const wanted = name === 'HEAD' ? ((await resolved(root, 'HEAD')) ?? '') : name;
    if (wanted === '' || (!shallow && (await resolved(root, name)) !== null))
        return null;
    // In a whole clone a depth would cut off history that is there.
    const depth = shallow ? [`--depth=${parent === '' ? 1 : 2}`] : [];
    const fetch = ['fetch', '-q', '--no-tags', '--no-recurse-submodules', ...depth, 'origin', wanted];
    if ((await git(root, fetch, credentials(token))) === null)
        return null;
    return (await resolved(root, commit)) ?? (parent === '' ? await resolved(root, 'FETCH_HEAD') : null);
}
/**
 * The token for one command, in its environment: the recommended checkout does not leave it in the repository's
 * configuration. The empty value first clears a header that another checkout left, as GitHub refuses two.
 */
function credentials(token) {
    if (token === null)
        return {};
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const server = process.env.GITHUB_SERVER_URL ?? 'https://github.com';
    return {
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
        GIT_CONFIG_VALUE_0: '',
        GIT_CONFIG_KEY_1: `http.${server}/.extraheader`,
        GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
    };
}

;// CONCATENATED MODULE: ./src/store/data-pointers.ts
/** Tells by the first bytes of a file whether it is a pointer; `null` for anything else. */
function pointerKind(bytes) {
    const head = new TextDecoder().decode(bytes.subarray(0, data_pointers_mostBytes));
    return pointers.find(({ looks }) => looks.test(head))?.kind ?? null;
}
/** Enough of a file for `pointerKind`. */
const data_pointers_mostBytes = 1024;
const pointers = [
    { kind: 'git-lfs', looks: /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\r?\n/ },
    { kind: 'dvc', looks: /^outs:\r?\n- (?:md5|etag|checksum|hash|path|size):? /m },
];

;// CONCATENATED MODULE: ./src/store/sources.ts




const mostSiblings = 200;
const sources_mostBytes = 1 << 20;
const skipped = new Set(['node_modules', '__pycache__', 'venv', 'env', 'site-packages', 'build', 'dist']);
/** Reads a script and its Python siblings; errors name the file and, where one is near, the one that was meant. */
function readSources(path, data, directory) {
    const absolute = (0,external_node_path_.resolve)(path);
    if (!(0,external_node_fs_.existsSync)(absolute))
        throw noSuchScript(path);
    if (!(0,external_node_fs_.statSync)(absolute).isFile())
        throw new UserError('mistake', 'not-a-file', `${path} is not a file.`, {
            help: 'Name the training script itself.',
        });
    const folder = (0,external_node_path_.dirname)(absolute);
    const root = repositoryOf(folder) ?? folder;
    const read = (file) => ({ path: (0,external_node_path_.relative)(root, file).split(external_node_path_.sep).join('/'), text: sources_textOf(file) });
    const siblings = pythonFilesIn(folder, 2).filter((file) => file !== absolute);
    const work = directory === null ? folder : (0,external_node_path_.resolve)(directory);
    return {
        root,
        script: read(absolute),
        siblings: siblings.slice(0, mostSiblings).map(read),
        dataState: (name) => stateOf(name, work, data),
    };
}
/** The text with its byte order mark, if any; bytes that are no text stay visible as U+FFFD for `program/` to refuse. */
function sources_textOf(file) {
    return (0,external_node_fs_.readFileSync)(file, 'utf8');
}
function noSuchScript(path) {
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path));
    const near = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.readdirSync)(folder).filter((name) => name.endsWith('.py')) : [];
    const wanted = (0,external_node_path_.basename)(path);
    const nearest = near.sort((a, b) => distance(a, wanted) - distance(b, wanted))[0];
    const help = nearest === undefined ? 'Give the path of the training script.' : `Did you mean ${(0,external_node_path_.join)((0,external_node_path_.dirname)(path), nearest)}?`;
    return new UserError('mistake', 'no-such-script', `There is no file ${path}.`, { help });
}
/** Letters that differ as multisets: enough to put a swapped or missing letter first. */
function distance(a, b) {
    const left = Array.from(b);
    const extra = Array.from(a).filter((letter) => {
        const at = left.indexOf(letter);
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
    return extra.length + left.length;
}
function repositoryOf(folder) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return folder;
    const parent = (0,external_node_path_.dirname)(folder);
    return parent === folder ? null : repositoryOf(parent);
}
function pythonFilesIn(folder, depth) {
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return depth > 0 && !entry.name.startsWith('.') && !skipped.has(entry.name) ? pythonFilesIn(path, depth - 1) : [];
        return entry.isFile() && entry.name.endsWith('.py') && (0,external_node_fs_.statSync)(path).size <= sources_mostBytes ? [path] : [];
    });
}
function stateOf(name, work, data) {
    const mounted = data.find(({ host, inside }) => name === (inside ?? (0,external_node_path_.basename)(host)) || name.startsWith(`${inside ?? (0,external_node_path_.basename)(host)}/`));
    const path = mounted === undefined
        ? (0,external_node_path_.isAbsolute)(name)
            ? name
            : (0,external_node_path_.join)(work, name)
        : (0,external_node_path_.join)(mounted.host, name.slice((mounted.inside ?? (0,external_node_path_.basename)(mounted.host)).length));
    if (!(0,external_node_fs_.existsSync)(path))
        return 'missing';
    return (0,external_node_fs_.statSync)(path).isFile() && pointerKind(head(path)) !== null ? 'pointer' : 'present';
}
function head(path) {
    const bytes = Buffer.alloc(256);
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        return bytes.subarray(0, (0,external_node_fs_.readSync)(file, bytes, 0, bytes.length, 0));
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./src/store/replace-sources.ts



/** Writes over the user's own files; answers with those that are no longer as they were read, and then writes none. */
async function replaceSources(root, replacements) {
    const changed = replacements.filter(({ path, before }) => !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)) || (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path), 'utf8') !== before);
    if (changed.length > 0)
        return changed.map(({ path }) => path);
    for (const { path, after } of replacements)
        await writeDurably((0,external_node_path_.join)(root, path), after);
    return [];
}

;// CONCATENATED MODULE: ./src/store/studies.ts







/** All studies under a home, by name. */
async function listStudies(home) {
    const names = await namesIn(studiesFolder(home));
    return await Promise.all(names.map((id) => studies_entryOf(studyFolder(home, id))));
}
/** Bytes that a folder takes on the disk; a file with several names counts once, links count for nothing. */
async function sizeOnDisk(path, seen = new Set()) {
    const found = await (0,promises_namespaceObject.lstat)(path);
    const inode = `${found.dev}:${found.ino}`;
    if (seen.has(inode))
        return 0;
    seen.add(inode);
    let bytes = found.blocks * 512;
    if (found.isDirectory())
        for (const name of await (0,promises_namespaceObject.readdir)(path))
            bytes += await sizeOnDisk((0,external_node_path_.join)(path, name), seen);
    return bytes;
}
/** Removes a study from the disk; refuses while somebody living holds it. Its attempts must be stopped before. */
async function removeStudy(study) {
    const holder = await holderOf(study.lease);
    if (holder !== null) {
        throw new UserError('machine', 'study-held', `Study ${study.id} is in use by process ${holder.pid}.`, {
            help: `Wait for it, or end it (kill ${holder.pid}).`,
        });
    }
    // Gone in one step; a crash in the middle of removing leaves no half study.
    const grave = (0,external_node_path_.join)(study.root, '..', `.removed-${study.id}-${process.pid}`);
    await (0,promises_namespaceObject.rename)(study.root, grave);
    await (0,promises_namespaceObject.rm)(grave, { recursive: true, force: true });
}
async function studies_entryOf(folder) {
    try {
        const [record, holder] = await Promise.all([readStudy(folder), holderOf(folder.lease)]);
        return { folder, record, problem: record === null ? 'it was never completed' : null, holder };
    }
    catch (error) {
        if (error instanceof UserError)
            return { folder, record: null, problem: error.message, holder: null };
        throw error;
    }
}
async function namesIn(folder) {
    try {
        const entries = await (0,promises_namespaceObject.readdir)(folder, { withFileTypes: true });
        return entries
            .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
            .map(({ name }) => name)
            .sort();
    }
    catch (error) {
        if (errorCode(error) === 'ENOENT')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/wiring.ts




















/** Absolute: the repository's `images/`, which lies beside `dist/` and `src/`. */
const wiring_images = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(ownFile())), 'images');
const optimiser = gaussianProcess;
/** A function, so that ncc does not take the path for an asset and copy `images/` into `dist/`. */
function ownFile() {
    return (0,external_node_url_.fileURLToPath)(import.meta.url);
}
/** Where studies are kept beside the home; `null` where there is nothing of the kind. */
function secondLevel(cache) {
    return cache === 'none' ? null : actionsCache(process.env, process.cwd());
}
function journalOf({ journal }) {
    return fileJournal(journal);
}
/** Finds the study of a script under these settings: the same question, the same study. */
async function openStudy(script, settings, environmentHash) {
    const snapshot = await readSnapshot({ script, without: [settings.home] });
    const directory = settings.directory === null ? (0,external_node_path_.dirname)(snapshot.script) : (0,external_node_path_.relative)(snapshot.root, settings.directory);
    const identity = {
        script: snapshot.script,
        snapshotHash: snapshot.hash,
        directory: directory === '.' ? '' : directory.split(external_node_path_.sep).join('/'),
        arguments: settings.arguments,
        data: settings.data,
        environmentHash,
        metric: { name: settings.metric, direction: settings.direction },
        tune: settings.tune,
        keep: settings.keep,
    };
    const id = studyId(identity);
    const folder = studyFolder(settings.home, id);
    const journal = fileJournal(folder.journal);
    const level = secondLevel(settings.cache);
    const { root, commit, ref, dirty } = snapshot;
    return {
        id,
        folder: folder.root,
        brought: level === null || (await holderOf(folder.lease)) !== null ? null : await level.restore(folder),
        journal: level === null ? journal : savingJournal(journal, () => level.save(folder, { whole: false })),
        order: { study: id, script: identity.script, directory: identity.directory, arguments: identity.arguments },
        take: () => takeLease(folder.lease, { study: id }),
        begin: async () => {
            await makeStudyFolder(folder);
            await keepSnapshot(snapshot, folder.source);
            if ((await readStudy(folder)) === null)
                await writeStudy(folder, { v: 1, id, ...identity, root, commit, ref, dirty, createdAt: Date.now() });
        },
        clear: () => clear(folder),
        placeOf: (trial, attempt) => attemptPlace(folder, trial, attempt),
        runner: (python) => localRunner({
            python,
            runtime: (0,external_node_path_.join)(wiring_images, 'runtime'),
            source: folder.source,
            environment: trainingEnvironment(process.env),
            data: settings.data,
        }),
        keep: (keepsake) => keepWinner(folder, keepsake),
    };
}
async function clear({ journal, record, trials, winner }) {
    // The journal first: without it the rest is litter, with it a missing trial would be damage.
    for (const path of [journal, record, trials, winner])
        await (0,promises_namespaceObject.rm)(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/commands/script.ts




/** Reads and understands a script. A refusal stands in `program.refused`; nothing is thrown for it. */
async function readScript(path, settings) {
    const { root, script, siblings, dataState } = readSources(path, settings.data, settings.directory);
    const program = await detectProgram(script, siblings, dataState);
    const files = [script, ...siblings];
    const unreadable = program.refused !== null && ['syntax-error', 'not-python'].includes(program.refused.code);
    const { found, left } = unreadable ? { found: [], left: [] } : await findHyperparameters(files, program);
    const refused = program.refused ?? (program.trains && found.length === 0 ? script_nothingToTune : null);
    return { root, program: { ...program, refused }, files, hyperparameters: found, left };
}
const script_nothingToTune = {
    code: 'nothing-to-tune',
    reason: 'No hyper-parameter was found that could be tuned: the script trains, but writes down no value that matters.',
    help: 'Write one down where the model is made, for example Ridge(alpha=1.0) instead of LinearRegression(), and run again.',
};
/** Refusals that are a mistake in the script's text, and so exit with 2. */
const mistakes = ['syntax-error', 'not-python'];
/** Stops with the refusal, where there is one that this user has not overruled. */
function insist({ program }) {
    const { refused, script } = program;
    if (refused === null)
        return;
    const kind = mistakes.includes(refused.code) ? 'mistake' : 'refused';
    const { line, column } = refused;
    const place = { file: script, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    throw new UserError(kind, refused.code, refused.reason, { help: refused.help, place });
}

;// CONCATENATED MODULE: ./src/commands/detect.ts




/** `detect`: what each file trains and what can be tuned in it; a refusal is part of the answer. */
async function detect(settings, terminal) {
    const scripts = [];
    for (const path of settings.scripts)
        scripts.push(await readScript(path, settings));
    terminal.note({ kind: 'programs', programs: scripts.map(({ program }) => program) });
    if (settings.json)
        terminal.out(`${JSON.stringify(scripts.map(itemOf), null, 2)}\n`);
    else
        terminal.out(scripts.map(({ program, hyperparameters }) => detectText(program, hyperparameters)).join('\n'));
    return exitCodes.done;
}
/** One item of the array that `detect --json` prints (ARCHITECTURE.md, "Commands"). */
function itemOf({ program, hyperparameters }) {
    const { script, trains, framework, family, confidence, evidence, packages, metric, refused } = program;
    const environment = familyOf(program);
    return {
        script,
        trains,
        framework,
        family,
        confidence,
        evidence,
        packages,
        environment: environment === null ? null : { image: `retune/${environment.family}`, reason: environment.reason },
        metric,
        hyperparameters: hyperparameters.map(placeItem),
        refused,
    };
}
function placeItem({ id, path, name, text, place, form, dimension, evidence }) {
    const { start, end } = place;
    return {
        id,
        path,
        name,
        value: text,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        form,
        range: rangeItem(dimension),
        evidence,
    };
}
function rangeItem(dimension) {
    if (dimension.kind === 'choice')
        return { kind: dimension.kind, choices: dimension.choices };
    const { kind, low, high, scale } = dimension;
    return { kind, low, high, scale };
}

;// CONCATENATED MODULE: ./src/environments/interpreter.ts






/** Those for which most packages have wheels come first. */
const names = ['python3.12', 'python3.11', 'python3.13', 'python3.10', 'python3.9', 'python3.14', 'python3', 'python'];
const oldest = '3.9';
/**
 * The Python to make environments with: the one that was set, else the best on PATH. `pythons` are the
 * minor versions that will do; default: all from 3.9 on.
 */
async function findInterpreter(setting, { pythons, environment = process.env } = {}) {
    const seen = [];
    for await (const path of candidates(setting, environment)) {
        const look = await lookAt(path, pythons, environment);
        seen.push(look);
        if (look.problem === null && canInstall(look.interpreter))
            return look.interpreter;
    }
    const bare = seen.find(({ problem }) => problem === null)?.interpreter;
    // Without pip of its own it serves only where uv does the work; making the environment says so if not.
    if (bare != null)
        return bare;
    throw noPython(setting, pythons, seen);
}
function canInstall({ has }) {
    return has.venv && (has.ensurepip || has.pip);
}
async function* candidates(setting, environment) {
    const folders = (environment.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    if (setting !== null && ((0,external_node_path_.isAbsolute)(setting) || setting.includes('/'))) {
        yield (0,external_node_path_.resolve)(setting);
        return;
    }
    for (const name of setting === null ? names : [setting])
        for (const folder of folders)
            if (await isExecutable((0,external_node_path_.join)(folder, name)))
                yield (0,external_node_path_.join)(folder, name);
}
async function isExecutable(path) {
    try {
        await (0,promises_namespaceObject.access)(path, promises_namespaceObject.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
async function lookAt(path, pythons, environment) {
    const answer = await ask(path, environment);
    if (!answer.ok)
        return { path, interpreter: null, problem: answer.problem };
    const { implementation, ...interpreter } = answer.value;
    const minor = minorOf(interpreter.version);
    const problem = (() => {
        if (implementation !== 'cpython')
            return `${implementation}, for which few packages are built`;
        if (isOlder(minor, oldest))
            return `Python ${interpreter.version}, and ${oldest} is the oldest that will do`;
        if (pythons !== undefined && !pythons.includes(minor))
            return `Python ${interpreter.version}, for which not every package is built`;
        return null;
    })();
    return problem === null ? { path, interpreter, problem } : { path, interpreter: null, problem };
}
function isOlder(minor, than) {
    const [major = 0, second = 0] = minor.split('.').map(Number);
    const [otherMajor = 0, otherSecond = 0] = than.split('.').map(Number);
    return major < otherMajor || (major === otherMajor && second < otherSecond);
}
/** Also understood by Python 2, which then says how old it is. */
const question = `
import json, platform, sys, sysconfig
def has(name):
    try:
        import importlib.util
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False
def has_pip():
    # Since 22.3 pip can install into an environment other than its own.
    if not has("pip"):
        return False
    import pip
    return tuple(int(part) for part in pip.__version__.split(".")[:2] if part.isdigit()) >= (22, 3)
print(json.dumps({
    "path": sys.executable,
    "version": platform.python_version(),
    "platform": sysconfig.get_platform(),
    "implementation": platform.python_implementation().lower(),
    "has": {"venv": has("venv"), "ensurepip": has("ensurepip"), "pip": has_pip()},
}))
`;
const answerDecoder = fields({
    path: decode_text(4096),
    version: decode_text(100),
    platform: decode_text(200),
    implementation: decode_text(100),
    has: fields({ venv: truth, ensurepip: truth, pip: truth }),
});
/** Starts it isolated from the caller's own settings of Python; a shim that only complains is not usable. */
async function ask(path, environment) {
    return await new Promise((done) => {
        (0,external_node_child_process_namespaceObject.execFile)(path, ['-Ic', question], { env: environment, timeout: 20_000 }, (error, stdout, stderr) => {
            if (error === null) {
                done(decodeJson(answerDecoder, stdout));
                return;
            }
            const line = stderr.split('\n').find((one) => one.trim() !== '');
            done({ ok: false, problem: `does not run: ${(line ?? error.message).trim().slice(0, 200)}` });
        });
    });
}
function noPython(setting, pythons, seen) {
    const wanted = pythons === undefined ? `Python ${oldest} or newer` : `Python ${pythons.join(', ')}`;
    const looked = seen.map(({ path, problem }) => `\n    ${path}: ${problem ?? 'usable'}`).join('');
    const nothing = setting === null ? `none of ${names.join(', ')} is on PATH` : `${setting} is not there`;
    return new UserError('machine', 'no-python', `No usable Python: ${wanted} is needed; ${looked === '' ? nothing : `looked at:${looked}`}`, { help: 'Install one (Debian, Ubuntu: apt install python3 python3-venv), or name one by --python PATH.' });
}

;// CONCATENATED MODULE: ./src/report/doctor-text.ts




const marks = { ok: ['✓', 'green'], warning: ['!', 'yellow'], problem: ['✗', 'red'] };
/** What was found, one line a check, and what to do where something lacks. */
function doctorText(checks, style = style_plain) {
    const wide = Math.max(0, ...checks.map(({ name }) => name.length));
    const lines = checks.flatMap(({ name, state, found, help }) => {
        const [mark, colour] = marks[state];
        const advice = help === null ? [] : columns_fold(`→ ${help}`, widest - wide - 4);
        return [
            `${paint(style, colour, mark)} ${name.padEnd(wide)}  ${safeLine(found)}`,
            ...advice.map((line) => `${' '.repeat(wide + 4)}${line}`),
        ];
    });
    return `${[...lines, '', verdict(checks)].join('\n')}\n`;
}
function verdict(checks) {
    const of = (state) => checks.filter((check) => check.state === state).length;
    if (of('problem') > 0)
        return `${count(of('problem'), 'problem')} to solve first.`;
    return of('warning') > 0 ? `It works, with ${count(of('warning'), 'warning')}.` : 'Everything is there.';
}

;// CONCATENATED MODULE: ./src/commands/doctor.ts






/** `doctor`: whether this machine has what is needed; exit code 5 when something surely prevents a run. */
async function doctor(settings, terminal) {
    const checks = [system(), node(), await python(settings), installer(), home(settings), disk(settings)];
    terminal.out(settings.json ? `${JSON.stringify(checks, null, 2)}\n` : doctorText(checks, { colour: terminal.colour }));
    return checks.some(({ state }) => state === 'problem') ? exitCodes.machine : exitCodes.done;
}
function system() {
    const found = `${process.platform} ${process.arch}`;
    if (process.platform === 'win32')
        return { name: 'system', state: 'problem', found, help: 'Run inside WSL 2: native Windows is not supported.' };
    return process.platform === 'linux'
        ? { name: 'system', state: 'ok', found, help: null }
        : { name: 'system', state: 'warning', found, help: 'Made for Linux; elsewhere it does what it can.' };
}
function node() {
    const [major = 0] = process.versions.node.split('.').map(Number);
    return {
        name: 'node',
        state: major >= 20 ? 'ok' : 'problem',
        found: process.version,
        help: major >= 20 ? null : 'Node 20 or newer is needed.',
    };
}
async function python(settings) {
    try {
        const { path, version } = await findInterpreter(settings.python);
        return { name: 'python', state: 'ok', found: `${version} (${path})`, help: null };
    }
    catch (thrown) {
        return { name: 'python', state: 'problem', found: 'none that is usable', help: describeError(thrown) };
    }
}
function installer() {
    const uv = (process.env.PATH ?? '')
        .split(external_node_path_.delimiter)
        .map((folder) => (0,external_node_path_.join)(folder, 'uv'))
        .find(external_node_fs_.existsSync);
    if (uv !== undefined)
        return { name: 'uv', state: 'ok', found: uv, help: null };
    return {
        name: 'uv',
        state: 'warning',
        found: 'not on PATH',
        help: 'Optional: with uv environments are made in seconds instead of minutes (pip install uv).',
    };
}
function home({ home: folder }) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK);
        return { name: 'home', state: 'ok', found: folder, help: null };
    }
    catch {
        return {
            name: 'home',
            state: 'problem',
            found: `${folder} cannot be written`,
            help: 'Name another folder with --home or RETUNE_HOME.',
        };
    }
}
/** An environment with TensorFlow or PyTorch takes some gigabytes. */
const enough = 8e9;
function disk({ home: folder }) {
    const { bavail, bsize } = (0,external_node_fs_.statfsSync)((0,external_node_fs_.existsSync)(folder) ? folder : '/');
    const free = bavail * bsize;
    const help = 'An environment with TensorFlow or PyTorch takes up to 6 GB; retune prune removes old ones.';
    return {
        name: 'disk',
        state: free >= enough ? 'ok' : 'warning',
        found: `${formatBytes(free)} free`,
        help: free >= enough ? null : help,
    };
}

;// CONCATENATED MODULE: ./src/report/plan-text.ts






/** What is shown before anything is spent. */
function planText(plan, style = style_plain) {
    const { program } = plan;
    const refused = program.refused;
    const lines = [
        paint(style, 'bold', describeProgram(program)),
        '',
        ...labelled([
            ['why', describeEvidence(program.evidence, program.script)],
            ...(refused === null ? spending(plan) : []),
        ]),
        ...(refused === null ? places(plan, style) : ['', ...describeRefusal(refused, program.script, style)]),
    ];
    return `${lines.join('\n')}\n`;
}
function spending(plan) {
    const { environment, budget, repeats, guess } = plan;
    const state = environment.ready ? 'ready' : 'will be made now, and kept';
    const extra = environment.extra.map(({ distribution }) => safeLine(distribution, 60)).join(', ');
    const limit = budget.seconds === null ? '' : `, ${formatSeconds(budget.seconds)} in all`;
    const target = plan.target.value === null ? 'one run' : `${count(budget.trials, 'trial')} at most${limit}`;
    return [
        ['environment', `${environment.family}, ${state}: ${safeLine(environment.reason)}`],
        ['python', safeLine(environment.python)],
        ...(extra === '' ? [] : [['packages', extra]]),
        ['metric', describeMetric(plan)],
        ['target', describeTarget(plan.target)],
        ...(plan.program.data.length === 0 ? [] : [['data', describeData(plan.program.data)]]),
        ['budget', target],
        ['time', guess === null ? 'known after the first run' : `about ${formatSeconds(guess)} at most`],
        ...(plan.target.value === null ? [] : [['proof', describeProof(repeats)]]),
        [
            'runner',
            plan.isolated ? plan.runner : `${plan.runner}; no isolation: the script runs as you, with a clean environment`,
        ],
        ['study', plan.study],
    ];
}
function describeMetric({ program, target }) {
    const { metric } = program;
    const better = target.direction === 'maximise' ? 'more is better' : 'less is better';
    if (metric === null)
        return `${safeLine(target.metric, 40)}, ${better}; where it comes from, the first run shows`;
    const how = {
        hook: 'read from the call in',
        printed: 'read from what is printed by',
        file: 'read from the file written by',
        notebook: 'read from the output of the cell of',
    }[metric.source];
    return `${safeLine(metric.name, 40)}, ${how} line ${metric.line}; ${better}`;
}
function describeData(data) {
    return data.map(({ path, line, state }) => `${safeLine(path, 60)} (line ${line}, ${state})`).join(', ');
}
function describeProof(repeats) {
    if (repeats === 1)
        return 'the winner runs once more, complete, as you seeded it';
    const more = repeats === 2 ? 'once' : `${repeats - 1} times`;
    return (`the winner runs ${repeats} times, complete: once as you seeded it, ${more} with the training re-seeded; ` +
        'the first run and the mean of all must reach the target');
}
function places({ hyperparameters, left, program, target }, style) {
    const heading = target.value === null ? 'Hyper-parameters (tuned once there is a target)' : 'Hyper-parameters';
    const kept = left.map(({ id, why }) => [safeLine(id, 60), safeLine(why)]);
    return [
        '',
        paint(style, 'bold', `${heading}: ${hyperparameters.length === 0 ? 'none found' : hyperparameters.length}`),
        ...placeRows(hyperparameters, program.script),
        ...(kept.length === 0 ? [] : ['', paint(style, 'bold', 'Left as they are'), ...columns(kept)]),
    ];
}

;// CONCATENATED MODULE: ./src/environments/locks.ts




/** Reads the requirement files of every family from the folder `images` that comes with Retune. */
async function readLocks(images) {
    const read = async (...names) => {
        const path = (0,external_node_path_.resolve)(images, (0,external_node_path_.join)(...names));
        return { path, text: await (0,promises_namespaceObject.readFile)(path, 'utf8') };
    };
    const entries = choose_families.map(async (family) => [
        family,
        {
            requirements: await read(family, 'requirements.in'),
            default: [await read(family, 'requirements.txt')],
            cpu: family === 'pytorch'
                ? [await read(family, 'requirements.beside-cpu.txt'), await read(family, 'requirements.cpu.txt')]
                : [await read(family, 'requirements.txt')],
        },
    ]);
    return { files: new Map(await Promise.all(entries)), digest: locks_digest };
}
function locks_digest(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./src/environments/claims.ts






/**
 * Waits until nobody else makes or removes the environment, then keeps others out.
 *
 * Who wants it creates a file whose name says who they are, and then looks whether there is another of a
 * living process: if so they withdraw and wait. Of two, the one who created later always sees the other.
 * No name is ever used twice, so a dead one's file can be removed by anyone.
 */
async function claim(home, hash, waiting) {
    for (;;) {
        const other = await tryClaim(home, hash);
        if (typeof other !== 'number')
            return other;
        waiting(other);
        // Unequal waits, so that two who withdrew before each other do not meet again for long.
        await (0,external_node_timers_promises_namespaceObject.setTimeout)((0,external_node_crypto_.randomInt)(100, 300));
    }
}
/** The claim, or the process that has it. */
async function tryClaim(home, hash) {
    const folder = (0,external_node_path_.join)(home, 'environments', 'claims');
    await (0,promises_namespaceObject.mkdir)(folder, { recursive: true });
    const mine = nameOf(hash, 'command', process_identity_identify(process.pid) ?? { pid: process.pid, start: 0, boot: '' });
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, mine), '', { flag: 'wx' });
    const withdraw = () => (0,promises_namespaceObject.rm)((0,external_node_path_.join)(folder, mine), { force: true });
    const others = (await claimsIn(folder, hash)).filter(({ name }) => name !== mine);
    const living = others.find(({ role, isHere, isGone }) => !(isHere && role === 'installer') && !isGone());
    if (living !== undefined) {
        await withdraw();
        return living.identity.pid;
    }
    // Nobody waits for the installer of a command that died; it would write into what we are about to make.
    for (const one of others)
        await end(one, folder);
    const covered = [];
    return {
        cover: (pid) => {
            const identity = process_identity_identify(pid);
            if (identity === null)
                return;
            const name = nameOf(hash, 'installer', identity);
            covered.push(name);
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), '', { flag: 'wx' });
        },
        async [Symbol.asyncDispose]() {
            for (const name of covered)
                await (0,promises_namespaceObject.rm)((0,external_node_path_.join)(folder, name), { force: true });
            await withdraw();
        },
    };
}
function nameOf(hash, role, { pid, start, boot }) {
    return [hash, role, pid, start, boot, here(), (0,external_node_crypto_.randomUUID)()].join('.');
}
async function claimsIn(folder, hash) {
    return (await (0,promises_namespaceObject.readdir)(folder)).flatMap((name) => {
        const [of, role, pid, start, boot, where] = name.split('.');
        if (of !== hash || role === undefined || boot === undefined)
            return [];
        const identity = { pid: Number(pid), start: Number(start), boot };
        const isHere = where === here();
        // Of another machine or container we cannot say: unknown is not dead.
        return [{ name, role, identity, isHere, isGone: () => isHere && !isAlive(identity) }];
    });
}
async function end({ name, identity, isGone }, folder) {
    if (!isGone())
        kill(identity.pid);
    while (!isGone())
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(20);
    await (0,promises_namespaceObject.rm)((0,external_node_path_.join)(folder, name), { force: true });
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It went by itself in this moment.
    }
}
function here() {
    const { host, namespace } = currentHost();
    return (0,external_node_crypto_.createHash)('sha256').update(`${host} ${namespace}`).digest('hex').slice(0, 12);
}

;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./src/environments/install-failure.ts

/** Names the package in what pip and uv say, the most telling sentence first. */
const complaints = [
    /No matching distribution found for (?<name>[\w.-]+)/,
    /(?<name>[\w.-]+) was not found in the (?:package registry|provided package locations)/,
    /there (?:is|are) no versions? of (?<name>[\w.-]+)/,
    /(?<name>[\w.-]+?)(?:[=<>!~][^ ]*)? has no (?:usable )?wheels/,
    /Failed to (?:build|download(?: and build)?|install|extract(?: archive)?|fetch wheel)[: ]+`?(?<name>[\w.-]+?)(?:[ =-][\d.]+.*)?[`\s]/,
    /Hash mismatch for `(?<name>[\w.-]+?)[=`]/,
    /Failed (?:building wheel for|to build installable wheels for[^(]*\()[ ]*(?<name>[\w.-]+)/,
    /only (?<name>[\w.-]+?)[<>=!]+\S+ is available/,
    /^\s+(?<name>[\w.-]+)==\S+ from \S+:$/,
];
const diskIsFull = /No space left on device|ENOSPC|Disk quota exceeded|os error 28\b|os error 122\b/i;
const unreachable = /Could not connect|Connection (?:refused|reset|broken)|error sending request|Temporary failure in name resolution|certificate verify|UnknownIssuer|invalid peer certificate|ProxyError|Read timed out|operation timed out|Network is unreachable|Failed to fetch/i;
/** Why an installer failed, in the words of the person who has to act. `log` holds all of its output. */
function installFailure(lines, step, log) {
    const told = lines.filter((line) => line.trim() !== '');
    const full = told.find((line) => diskIsFull.test(line));
    if (full !== undefined)
        return new UserError('machine', 'disk-full', `The disk is full: ${brief(full)}`, {
            help: 'Make room (`prune` removes old studies and environments), or put RETUNE_HOME on another disk; then run the same command again.',
        });
    const { name, line } = complaintIn(told) ?? { name: onlyName(step), line: lastWord(told) };
    const subject = name === null ? 'The packages of this environment' : `The package ${name}`;
    return new UserError('machine', 'package-not-installable', `${subject} cannot be installed: ${brief(line)}`, {
        help: `${told.some((one) => unreachable.test(one)) ? connectionHelp : packageHelp(step)} All of the installer's output: ${log}`,
    });
}
const connectionHelp = 'The package index could not be reached: check the network, HTTPS_PROXY, PIP_INDEX_URL, and SSL_CERT_FILE behind a company proxy.';
function packageHelp(step) {
    return step?.kind === 'names'
        ? 'The script imports it: check its name, or take the import out if it is not needed.'
        : 'Another Python may have it: --python PATH.';
}
function complaintIn(lines) {
    for (const complaint of complaints)
        for (const line of lines) {
            const name = complaint.exec(`${line} `)?.groups?.name;
            if (name !== undefined)
                return { name, line };
        }
    return null;
}
function onlyName(step) {
    return step?.kind === 'names' && step.names.length === 1 ? (step.names[0] ?? null) : null;
}
function lastWord(lines) {
    return lines.findLast((line) => !/^\s*(hint|note|\[notice\])/i.test(line)) ?? 'the installer said nothing';
}
function brief(line) {
    return line
        .trim()
        .replace(/^(ERROR|error|cause|×|╰─▶|├─▶)[: ]*/, '')
        .slice(0, 500);
}

;// CONCATENATED MODULE: ./src/environments/installers.ts


const uv = {
    name: 'uv',
    create: (folder, { path }) => ({ program: 'uv', arguments: ['venv', '--no-project', '--python', path, folder] }),
    install: (folder, _, step, within) => ({
        program: 'uv',
        arguments: ['pip', 'install', '--python', pythonIn(folder), ...asked(step, within)],
    }),
};
const pip = {
    name: 'pip',
    create(folder, { path, version, has }) {
        if (has.venv && has.ensurepip)
            return { program: path, arguments: ['-Im', 'venv', folder] };
        if (has.venv && has.pip)
            return { program: path, arguments: ['-Im', 'venv', '--without-pip', folder] };
        throw new UserError('machine', 'no-venv', `${path} (Python ${version}) cannot make virtual environments.`, {
            help: 'Debian, Ubuntu: apt install python3-venv. Or install uv, or name another Python by --python PATH.',
        });
    },
    install(folder, { path, has }, step, within) {
        const quiet = ['--no-input', '--disable-pip-version-check', '--progress-bar', 'off'];
        return has.ensurepip
            ? { program: pythonIn(folder), arguments: ['-Im', 'pip', 'install', ...quiet, ...asked(step, within)] }
            : {
                program: path,
                arguments: ['-Im', 'pip', '--python', pythonIn(folder), 'install', ...quiet, ...asked(step, within)],
            };
    },
};
/** Both installers understand the same words. */
function asked(step, within) {
    switch (step.kind) {
        case 'lock':
            return [
                ...['--no-deps', '--requirement', step.file],
                ...(step.hashed ? ['--require-hashes'] : []),
                ...(step.index === null ? [] : ['--index-url', step.index]),
            ];
        case 'names':
            return [...step.names, '--constraint', within];
    }
}
function pythonIn(folder) {
    return (0,external_node_path_.join)(folder, 'bin', 'python');
}
/** Settings that would send packages elsewhere, or change which ones they are. */
const misleading = /^(VIRTUAL_ENV(_PROMPT)?|CONDA_PREFIX|PYTHON(HOME|PATH|STARTUP|USERBASE)|PIP_(TARGET|PREFIX|ROOT|USER|SRC|REQUIREMENT|CONSTRAINT|REQUIRE_VIRTUALENV|REQUIRE_HASHES|NO_DEPS|DRY_RUN|PYTHON|LOG|QUIET|VERBOSE)|UV_(SYSTEM_PYTHON|PYTHON|PROJECT_ENVIRONMENT|PROJECT|WORKING_DIR|CONSTRAINT|OVERRIDE|EXCLUDE|BREAK_SYSTEM_PACKAGES|VENV_[A-Z]+|REQUIRE_HASHES|NO_DEPS))$/;
/** What people set for one installer holds for the other too: index, wheels at hand, certificates. */
const sameSetting = [
    ['PIP_INDEX_URL', ['UV_INDEX_URL', 'UV_DEFAULT_INDEX']],
    ['PIP_EXTRA_INDEX_URL', ['UV_EXTRA_INDEX_URL', 'UV_INDEX']],
    ['PIP_FIND_LINKS', ['UV_FIND_LINKS']],
    ['PIP_NO_INDEX', ['UV_NO_INDEX']],
    ['PIP_CERT', ['SSL_CERT_FILE']],
];
/** The caller's environment for an installer: index, proxies and certificates as set, the rest out of the way. */
function installerEnvironment(environment) {
    const result = Object.fromEntries(Object.entries(environment).filter(([name, value]) => value !== '' && !misleading.test(name)));
    for (const [forPip, [forUv = '', ...others]] of sameSetting) {
        const uvValue = [forUv, ...others].map((name) => result[name]).find((value) => value !== undefined);
        const pipValue = result[forPip];
        if (uvValue === undefined && pipValue !== undefined)
            result[forUv] = pipValue;
        if (pipValue === undefined && uvValue !== undefined)
            result[forPip] = uvValue;
    }
    return { ...result, UV_PYTHON_DOWNLOADS: 'never', UV_NO_PROGRESS: '1', NO_COLOR: '1' };
}

;// CONCATENATED MODULE: ./src/environments/install.ts








/** Makes the folder an environment and installs everything, in the plan's order. */
async function install({ steps }, installer, place) {
    const { folder, interpreter } = place;
    await perform(installer.create(folder, interpreter), null, place);
    const within = `${folder}/within.txt`;
    for (const step of steps) {
        if (step.kind === 'names')
            await (0,promises_namespaceObject.writeFile)(within, await pinsIn(step.within));
        await perform(installer.install(folder, interpreter, step, within), step, place);
    }
}
/** `uv` where it is on PATH and runs, since it is ten times faster; else `pip`. */
async function chooseInstaller(environment) {
    return await new Promise((done) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)('uv', ['--version'], { env: installerEnvironment(environment), stdio: 'ignore' });
        child.on('error', () => {
            done(pip);
        });
        child.on('close', (code) => {
            done(code === 0 ? uv : pip);
        });
    });
}
async function pinsIn(files) {
    const locks = await Promise.all(files.map(async (path) => ({ path, text: await (0,promises_namespaceObject.readFile)(path, 'utf8') })));
    return locks.map((lock) => `${pinsOf(lock).join('\n')}\n`).join('');
}
async function perform(call, step, place) {
    const log = (0,external_node_fs_.createWriteStream)(place.log, { flags: 'a' });
    const lines = [];
    const failure = await install_run(call, place, (line) => {
        log.write(`${line}\n`);
        lines.push(line);
        if (lines.length > mostLines)
            lines.shift();
        const download = largeDownload.exec(line)?.[1];
        if (download !== undefined)
            place.say(`downloading ${download}`);
    });
    if (failure !== null)
        log.write(`${failure}\n`);
    log.end();
    await (0,external_node_stream_promises_namespaceObject.finished)(log).catch(() => undefined);
    if (failure !== null)
        throw installFailure(lines.length === 0 ? [failure] : lines, step, place.log);
}
const mostLines = 1000;
/** `Downloading tensorflow_cpu-2.21.0.whl (230.1 MB)`: worth a word when it takes a while. */
const largeDownload = /^\s*Downloading (\S+ \((?:\d{2,}(?:\.\d+)? ?Mi?B|[\d.]+ ?Gi?B)\))/;
/** Why it failed, or `null`. */
async function install_run(call, place, see) {
    return await new Promise((done) => {
        const child = (0,external_node_child_process_namespaceObject.spawn)(call.program, call.arguments, {
            env: installerEnvironment(place.environment),
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        if (child.pid !== undefined)
            place.cover(child.pid);
        for (const stream of [child.stdout, child.stderr])
            (0,external_node_readline_namespaceObject.createInterface)(stream).on('line', see);
        child.on('error', (error) => {
            done(`${call.program} did not start: ${error.message}`);
        });
        child.on('close', (code, signal) => {
            done(code === 0 ? null : `${call.program} ended with ${signal ?? `exit code ${code ?? '?'}`}`);
        });
    });
}

;// CONCATENATED MODULE: ./src/environments/venv.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/**
 * The environment of a plan, made if it is not there: in place, since virtual environments cannot be
 * moved, and with its marker written last, so that one without a marker is made again from nothing.
 */
async function makeEnvironment(plan, options) {
    const folder = venv_folderOf(options.home, plan.hash);
    const ready = { python: pythonIn(folder), folder, hash: plan.hash, made: false, seconds: 0 };
    if (await use(folder))
        return ready;
    return await namingFullDisk(folder, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            await (0,promises_namespaceObject.mkdir)((0,external_node_path_.join)(options.home, 'environments'), { recursive: true });
            const mine = __addDisposableResource(env_1, await claim(options.home, plan.hash, sayOnce(plan, options.say)), true);
            // Someone may have made it while we waited.
            if (await use(folder))
                return ready;
            const seconds = await make(plan, folder, mine.cover, options);
            return { ...ready, made: true, seconds };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    });
}
/** Whether the environment is there, whole, with an interpreter that still exists. */
async function environmentReady({ hash }, home) {
    const folder = venv_folderOf(home, hash);
    return (await readMarker(folder)) !== null && (await venv_exists(pythonIn(folder)));
}
/** Every environment in a home, unfinished ones of a crash included. */
async function listEnvironments(home) {
    const names = await venv_namesIn((0,external_node_path_.join)((0,external_node_path_.resolve)(home), 'environments'));
    const kept = names.filter((name) => /^[0-9a-f]{16}$/.test(name)).sort();
    return await Promise.all(kept.map(async (hash) => {
        const folder = venv_folderOf(home, hash);
        const marker = await readMarker(folder);
        const { mtimeMs: lastUsed } = await (0,promises_namespaceObject.stat)(marker === null ? folder : markerIn(folder));
        const bytes = marker?.bytes ?? (await venv_sizeOf(folder));
        return { hash, family: marker?.family ?? 'unfinished', folder, bytes, lastUsed };
    }));
}
/** Removes one; `false` when another process makes it right now. The caller knows that no study needs it. */
async function removeEnvironment(home, hash) {
    const mine = await tryClaim(home, hash);
    if (typeof mine === 'number')
        return false;
    try {
        const folder = venv_folderOf(home, hash);
        // The marker first: what is half removed must not pass for whole.
        await (0,promises_namespaceObject.rm)(markerIn(folder), { force: true });
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
        await (0,promises_namespaceObject.rm)(`${folder}.log`, { force: true });
        return true;
    }
    finally {
        await mine[Symbol.asyncDispose]();
    }
}
async function make(plan, folder, cover, { interpreter, say, environment = process.env }) {
    const started = Date.now();
    const installer = await chooseInstaller(environment);
    const log = `${folder}.log`;
    say(`making the ${plan.family} environment with ${installer.name} and Python ${interpreter.version}`);
    await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
    await (0,promises_namespaceObject.rm)(log, { force: true });
    try {
        await install(plan, installer, { folder, interpreter, log, environment, say, cover });
        const marker = {
            v: 1,
            family: plan.family,
            requirements: plan.requirements,
            python: interpreter.version,
            installer: installer.name,
            bytes: await venv_sizeOf(folder),
            seconds: (Date.now() - started) / 1000,
        };
        await writeDurably(markerIn(folder), `${JSON.stringify(marker)}\n`);
        say(`made the ${plan.family} environment in ${Math.round(marker.seconds)} s (${Math.round(marker.bytes / 1e6)} MB)`);
        return marker.seconds;
    }
    catch (error) {
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
const markerDecoder = fields({
    v: oneOf(1),
    family: decode_text(),
    requirements: decode_text(100_000),
    python: decode_text(),
    installer: decode_text(),
    bytes: decode_integer(0),
    seconds: finite,
});
async function readMarker(folder) {
    const json = await (0,promises_namespaceObject.readFile)(markerIn(folder), 'utf8').catch((error) => {
        if (errorCode(error) === 'ENOENT')
            return null;
        throw error;
    });
    if (json === null)
        return null;
    const decoded = decodeJson(markerDecoder, json);
    // One that cannot be read is as good as none: the environment is made again.
    return decoded.ok ? decoded.value : null;
}
/** Whether it can be used, and that it is. */
async function use(folder) {
    if ((await readMarker(folder)) === null || !(await venv_exists(pythonIn(folder))))
        return false;
    const now = new Date();
    await (0,promises_namespaceObject.utimes)(markerIn(folder), now, now);
    return true;
}
function venv_folderOf(home, hash) {
    return (0,external_node_path_.join)((0,external_node_path_.resolve)(home), 'environments', hash);
}
function markerIn(folder) {
    return (0,external_node_path_.join)(folder, 'complete.json');
}
function sayOnce({ family }, say) {
    let said = false;
    return (pid) => {
        if (!said)
            say(`process ${pid} makes the ${family} environment; waiting for it`);
        said = true;
    };
}
/** Follows links: a virtual environment's Python is a link to one that may have been uninstalled. */
async function venv_exists(path) {
    return await (0,promises_namespaceObject.stat)(path).then(() => true, () => false);
}
async function venv_namesIn(folder) {
    return await (0,promises_namespaceObject.readdir)(folder).catch((error) => {
        if (errorCode(error) === 'ENOENT')
            return [];
        throw error;
    });
}
async function venv_sizeOf(folder) {
    const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true });
    let bytes = 0;
    for (const entry of entries)
        if (entry.isFile())
            bytes += (await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(entry.parentPath, entry.name))).size;
    return bytes;
}

;// CONCATENATED MODULE: ./src/settings/parsed.ts
function parsed_value(read) {
    return { ok: true, value: read };
}
function problem(sentence) {
    return { ok: false, problem: sentence };
}

;// CONCATENATED MODULE: ./src/settings/target.ts


/** Reads `0.8`, `80`, `80 %` and `80%`; what it means is settled when the metric is known. */
function parseTarget(text) {
    const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(text);
    const read = Number(match?.[1]);
    if (match !== null && Number.isFinite(read))
        return parsed_value({ text: text.trim(), value: read, percent: match[2] === '%' });
    if (/^\s*\d+,\d+\s*%?\s*$/.test(text)) {
        return problem(`expected a number, got "${text}": write it with a point, ${text.trim().replace(',', '.')}`);
    }
    return problem(`expected a number like 0.8 or "80 %", got "${text}"`);
}
/** Metrics that are not bounded by 0 and 1, but that people write in percent all the same. */
const percentToo = ['r2', 'mape', 'error'];
/**
 * The target in the metric's own unit. For a share such as accuracy, 80 and "80 %" are 0.8; for any other
 * metric a plain number is kept as it is.
 */
function resolveTarget(given, metric) {
    const kind = metricNamed(metric);
    const name = kind?.name ?? metric;
    if (kind?.fraction !== true) {
        if (!given.percent)
            return parsed_value(given.value);
        if (kind === undefined || percentToo.includes(name))
            return parsed_value(hundredth(given.value));
        return problem(`a target for ${name} is a plain number, not a percentage, got "${given.text}"`);
    }
    const share = given.percent || given.value > 1 ? hundredth(given.value) : given.value;
    if (share >= 0 && share <= 1)
        return parsed_value(share);
    return problem(`a target for ${name} lies between 0 and 1 (or 0 % and 100 %), got "${given.text}"`);
}
/** Moves the decimal point: 56.7 becomes 0.567, where a division may give its neighbour. */
function hundredth(number) {
    const text = String(number);
    return text.includes('e') ? number / 100 : Number(`${text}e-2`);
}

;// CONCATENATED MODULE: ./src/hyperparameters/as-written.ts
const digits = 3;
/**
 * The value that a rewrite really writes: numbers as a person would write them, with few digits; the
 * author's own value as it is. This, not the suggestion, is what must arrive.
 */
function as_written_asWritten({ id, value: own, dimension }, wanted) {
    if (wanted === undefined || Object.is(wanted, own))
        return own;
    if (dimension.kind === 'choice') {
        if (dimension.choices.includes(wanted))
            return wanted;
        throw new Error(`${id} cannot be ${String(wanted)}: that is none of its choices.`);
    }
    if (typeof wanted !== 'number' || !Number.isFinite(wanted))
        throw new Error(`${id} cannot be ${String(wanted)}: it holds a number.`);
    if (dimension.kind === 'integer')
        return Math.round(wanted);
    const short = Number(wanted.toPrecision(digits));
    return dimension.low <= short && short <= dimension.high ? short : wanted;
}

;// CONCATENATED MODULE: ./src/hyperparameters/read-back.ts


/** The text that a rewrite with this value leaves in the source. */
function expectedText(hyperparameter, wanted) {
    const literal = readLiteral(hyperparameter.text);
    return literal === null ? hyperparameter.text : spell(asWritten(hyperparameter, wanted), literal);
}
// Half a unit in the last place of a float32, as which frameworks keep learning rates, twice over.
const float32 = 1.2e-7;
/** `true` when the value that was asked for is the one the program really used, else what went wrong. */
function arrived(hyperparameter, wanted, received) {
    const expected = as_written_asWritten(hyperparameter, wanted);
    if (equal(expected, received))
        return true;
    // XGBoost shows None for what was not given: its own default, which is what was asked for.
    const unwritten = hyperparameter.writing.kind === 'argument' && Object.is(expected, hyperparameter.value);
    if (unwritten && received.value === null)
        return true;
    const how = received.witness === 'object' ? 'the object shows' : 'the program computed';
    return `${hyperparameter.name} was set to ${read_back_shown(expected)}, but ${how} ${read_back_shown(received.value)}`;
}
function equal(expected, { value, witness }) {
    const [one, other] = [numeric(expected), numeric(value)];
    // `1 == True` in Python too, but an object that shows a flag did not take our number.
    if (typeof expected === 'boolean' || typeof value === 'boolean')
        return expected === value;
    if (one === null || other === null)
        return expected === value;
    if (one === other)
        return true;
    return witness === 'object' && Math.abs(one - other) <= float32 * Math.max(Math.abs(one), Math.abs(other));
}
function numeric(value) {
    return typeof value === 'number' ? value : null;
}
function read_back_shown(value) {
    return value === null ? 'None' : typeof value === 'string' ? `‘${value}’` : String(value);
}

;// CONCATENATED MODULE: ./src/study/search-space.ts

/**
 * The search space: every chosen place whose value the baseline was seen to hold. A place that did not
 * run, or that held something else than its source says, would be a knob connected to nothing.
 */
function searchSpaceOf(hyperparameters, received, choice) {
    const judged = hyperparameters.map((hyperparameter) => ({
        hyperparameter,
        why: whyLeft(hyperparameter, received, choice),
    }));
    return {
        space: {
            dimensions: judged.filter(({ why }) => why === null).map(({ hyperparameter }) => hyperparameter.dimension),
        },
        left: judged.flatMap(({ hyperparameter: { id }, why }) => (why === null ? [] : [{ id, why }])),
    };
}
function whyLeft(hyperparameter, received, { tune, keep }) {
    if (search_space_names(keep, hyperparameter))
        return 'kept, as asked';
    if (tune.length > 0)
        return search_space_names(tune, hyperparameter) ? null : 'not among those to tune';
    const seen = received.filter(({ id }) => id === hyperparameter.id).at(-1);
    if (seen === undefined)
        return 'this place did not run in the baseline';
    const verdict = arrived(hyperparameter, hyperparameter.value, seen);
    return verdict === true ? null : `the run held something else than the source says: ${verdict}`;
}
/** Whether a list of names or ids, as people write them, means this hyper-parameter. */
function search_space_names(list, { id, name, knob }) {
    return list.some((entry) => entry === id || entry === name || entry === knob);
}

;// CONCATENATED MODULE: ./src/commands/prepare.ts












/** Jobs 1 and 2: reads the script, finds or opens its study, and says what would be done. */
async function prepare(path, settings) {
    const script = await readScript(path, settings);
    insist(script);
    const locks = await readLocks(wiring_images);
    const { pytorch } = settings;
    const python = await findInterpreter(settings.python, { pythons: pythonsFor(script.program, pytorch, locks) });
    const environment = chooseEnvironment(script.program, { pytorch, python }, locks);
    const goal = goalOf(script, settings);
    const study = await openStudy((0,external_node_path_.resolve)(path), settings, environment.hash);
    const baseline = fold(await study.journal.read()).trials[0]?.attempts.findLast(({ ending }) => ending?.kind === 'finished');
    const hyperparameters = script.hyperparameters
        .filter((one) => !search_space_names(settings.keep, one))
        .filter((one) => settings.tune.length === 0 || search_space_names(settings.tune, one));
    const plan = {
        program: script.program,
        environment: { ...environment, ready: await environmentReady(environment, settings.home), python: python.path },
        target: goal.target,
        budget: goal.budget,
        repeats: goal.repeats,
        hyperparameters,
        left: script.left,
        runner: settings.runner,
        isolated: false,
        guess: baseline === undefined ? null : baseline.seconds * (goal.budget.trials + goal.repeats),
        study: study.folder,
    };
    return { script, plan, goal, environment, interpreter: python, study };
}
/** The goal that the settings and the script's own metric make together. */
function goalOf({ program }, settings) {
    const metric = settings.metric ?? program.metric?.name ?? 'accuracy';
    return {
        target: prepare_targetOf(metric, settings, program.metric?.direction ?? 'maximise'),
        budget: { trials: settings.trials, seconds: settings.time },
        repeats: settings.repeats,
    };
}
function prepare_targetOf(metric, settings, direction) {
    const known = metricNamed(metric);
    return {
        metric: known?.name ?? metric,
        direction: settings.direction ?? known?.direction ?? direction,
        value: targetValue(settings, metric),
        trainMetric: settings.trainMetric,
    };
}
/** Accuracy is to be 80 % where nobody says otherwise; other metrics have no target of their own. */
const defaultTargets = { accuracy: 0.8 };
function targetValue({ target }, metric) {
    if (target === null)
        return defaultTargets[metric] ?? null;
    const meant = resolveTarget(target, metric);
    if (meant.ok)
        return meant.value;
    throw new UserError('mistake', 'target', `--target: ${meant.problem}`);
}

;// CONCATENATED MODULE: ./src/commands/plan.ts



/** `plan`: what `run` would do, for people; nothing is spent and nothing is kept. */
async function plan(settings, terminal) {
    const [path = ''] = settings.scripts;
    const prepared = await prepare(path, settings);
    terminal.out(settings.json
        ? `${JSON.stringify(prepared.plan, null, 2)}\n`
        : `${planText(prepared.plan, { colour: terminal.colour })}\n`);
    return exitCodes.done;
}

;// CONCATENATED MODULE: ./src/commands/prune.ts





/** `prune`: removes studies that nobody used for a while and environments that no study needs; never one that is held. */
async function prune(settings, terminal) {
    const before = settings.all ? Infinity : Date.now() - settings.olderThan * 1000;
    const removed = [];
    const needed = new Set();
    for (const { folder, record, holder } of await listStudies(settings.home)) {
        const old = (0,external_node_fs_.statSync)(folder.root).mtimeMs < before;
        if (old && holder === null) {
            const bytes = await sizeOnDisk(folder.root);
            await removeStudy(folder);
            removed.push({ kind: 'study', name: folder.id, bytes });
        }
        else if (record !== null)
            needed.add(record.environmentHash);
    }
    for (const environment of await listEnvironments(settings.home)) {
        if (needed.has(environment.hash) || environment.lastUsed >= before)
            continue;
        const { hash, bytes } = environment;
        if (await removeEnvironment(settings.home, hash))
            removed.push({ kind: 'environment', name: hash, bytes });
    }
    const bytes = removed.reduce((sum, one) => sum + one.bytes, 0);
    if (settings.json)
        terminal.out(`${JSON.stringify({ removed, bytes }, null, 2)}\n`);
    else
        terminal.out(`${removed.map(({ kind, name }) => `removed ${kind} ${name}\n`).join('')}${formatBytes(bytes)} freed\n`);
    return exitCodes.done;
}

;// CONCATENATED MODULE: ./src/report/pull-text.ts



/** GitHub runs a matrix of so many jobs at most. */
const mostLegs = 256;
function pullText({ scripts, since, changed, missing }) {
    const lost = missing.map((commit) => `Commit ${safeLine(commit, 60)} could not be had to compare with.\n`).join('');
    const compared = since === null ? 'all scripts count' : `${count(changed, 'file')} changed since ${since.slice(0, 12)}`;
    if (scripts.length === 0) {
        const all = since === null ? 'No training script was found' : 'No training script changed';
        return `${lost}${all}: ${compared}. There is nothing to do.\n`;
    }
    const rows = scripts.map(({ path, framework, because }) => {
        const others = because.filter((one) => one !== path);
        const why = because.includes(path) || others.length === 0
            ? ''
            : `imports ${others.map((one) => safeLine(one, 60)).join(', ')}`;
        return [safeLine(path, 100), framework === 'none' ? '' : framework, why];
    });
    const more = scripts.length > mostLegs ? `\nOnly the first ${mostLegs} are taken: a matrix has no room for more.\n` : '';
    return `${lost}${count(scripts.length, 'training script')} to look at; ${compared}.\n${columns(rows).join('\n')}\n${more}`;
}

;// CONCATENATED MODULE: ./src/commands/changed-scripts.ts




/** Which of the repository's files train a model and are concerned; `changed` is `null` where all are. */
async function changedScripts(files, changed, { root, data }) {
    const possible = files.filter((path) => isScript(path) && (changed === null || nearChange(path, changed)));
    const read = await Promise.all(possible.map((path) => concernOf(path, changed, root, data)));
    const concerned = read.filter((one) => one !== null);
    const imported = new Set(concerned.flatMap(({ modules }) => modules));
    return concerned
        .filter(({ path, runsAlone }) => runsAlone || !imported.has(path))
        .map(({ path, program, because }) => ({ path, program, because }));
}
/** Files that train only to test or to install something. */
const notMeant = /(^|\/)(test_[^/]*|[^/]*_test|conftest|setup)\.py$/;
function isScript(path) {
    return /\.(py|ipynb)$/.test(path) && !notMeant.test(path);
}
/** A script's modules are looked for beside and below it: a change elsewhere is none of its. */
function nearChange(path, changed) {
    const folder = external_node_path_.posix.dirname(path);
    return changed.some((one) => one === path || (one.endsWith('.py') && (folder === '.' || one.startsWith(`${folder}/`))));
}
async function concernOf(path, changed, root, data) {
    const { root: own, script, siblings, dataState } = readSources(external_node_path_.posix.join(root, path), data, null);
    const readings = path.endsWith('.py') ? await withLocalModules(script, siblings) : [script];
    // Without a repository a script's root is its own folder.
    const modules = readings.map((one) => external_node_path_.posix.relative(root, external_node_path_.posix.join(own, one.path)));
    const because = changed === null ? [] : modules.filter((module) => changed.includes(module));
    if (changed !== null && because.length === 0)
        return null;
    const program = await detectProgram(script, siblings, dataState);
    // A training script with a mistake in its syntax must not pass in silence: its job says where the mistake is.
    const broken = program.refused?.code === 'syntax-error' && usesFramework.test(script.text);
    if (!program.trains && !broken)
        return null;
    const others = modules.filter((module) => module !== path);
    return { path, program, because, modules: others, runsAlone: mainGuard.test(script.text) };
}
const usesFramework = /^\s*(import|from)\s+(keras|tensorflow|torch|lightning|pytorch_lightning|sklearn|xgboost|lightgbm|catboost|transformers|jax|flax|statsmodels)\b/m;
const mainGuard = /^if\s+__name__\s*==/m;

;// CONCATENATED MODULE: ./src/commands/pull.ts





/** `pull`: which training scripts a push changed, one leg of the matrix each. */
async function pull(settings, terminal) {
    const here = process.cwd();
    const { root, files } = await filesUnder(here);
    const named = settings.scripts.map((script) => fromRoot(script, here, root));
    const lost = named.filter((path) => !files.includes(path));
    if (lost.length > 0) {
        throw new UserError('mistake', 'no-such-script', `There is no file ${lost.join(', ')} in this repository.`);
    }
    const { since, paths, missing } = await changesSince(root, settings.since.length > 0 ? settings.since : ['HEAD^'], settings.token);
    // Other settings may mean another result of the same script.
    const all = since === null || paths.includes('.github/retune.yml');
    const found = await changedScripts(named.length > 0 ? named : files, all ? null : paths, {
        root,
        data: settings.data,
    });
    const scripts = found.map(({ path, program, because }) => ({
        path: (0,external_node_path_.relative)(here, (0,external_node_path_.resolve)(root, path)).split(external_node_path_.sep).join('/'),
        framework: program.framework,
        because,
    }));
    const legs = scripts.slice(0, mostLegs).map(({ path }) => path);
    const told = pullText({ scripts, since, changed: paths.length, missing });
    terminal.note({ kind: 'scripts', scripts: legs, told });
    terminal.out(settings.json ? `${JSON.stringify(legs)}\n` : told);
    if (settings.json)
        terminal.err(told);
    return exitCodes.done;
}
function fromRoot(script, here, root) {
    return external_node_path_.posix.normalize((0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(here, script)).split(external_node_path_.sep).join('/'));
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./src/python/edits.ts

/** Puts edits in order; two that touch the same text are an error, because their order would matter. */
function orderedEdits(edits) {
    const ordered = edits.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
    ordered.forEach(({ span }, index) => {
        const before = ordered[index - 1];
        if (span.end < span.start)
            throw new RangeError(`An edit ends at ${span.end}, before its start ${span.start}.`);
        if (before === undefined)
            return;
        const sameInsertion = before.span.start === span.start;
        if (before.span.end > span.start || sameInsertion)
            throw new RangeError(`Two edits overlap at ${span.start}: ‘${before.text}’ and ‘${span.start}’.`);
    });
    return ordered;
}
function edits_applyEdits(text, edits) {
    const pieces = [];
    let done = 0;
    for (const { span, text: replacement } of edits) {
        if (span.end > text.length)
            throw new RangeError(`An edit ends at ${span.end}, after the text's ${text.length}.`);
        pieces.push(text.slice(done, span.start), replacement);
        done = span.end;
    }
    return pieces.join('') + text.slice(done);
}
/** The edits that lead from the edited text back to `text`. */
function edits_invertEdits(text, edits) {
    let shift = 0;
    return edits.map(({ span, text: replacement }) => {
        const start = span.start + shift;
        shift += replacement.length - (span.end - span.start);
        return { span: { start, end: start + replacement.length }, text: text.slice(span.start, span.end) };
    });
}
/**
 * Where a stretch of the old text is in the edited one. It may contain edits or be one exactly; a
 * stretch that begins or ends inside an edit has no place any more, which is an error.
 */
function mapSpan(span, edits) {
    let startShift = 0;
    let endShift = 0;
    for (const { span: edited, text } of edits) {
        const growth = text.length - (edited.end - edited.start);
        const whole = edited.start === span.start && edited.end === span.end;
        if (!whole && edited.start >= span.end)
            continue;
        if (!whole && edited.end <= span.start)
            startShift += growth;
        else if (edited.start < span.start || edited.end > span.end)
            throw new RangeError(`An edit at ${edited.start} cuts the span at ${span.start}.`);
        endShift += growth;
    }
    return { start: span.start + startShift, end: span.end + endShift };
}
/** A unified diff as git writes it; empty when nothing changed. */
function unifiedDiff(path, before, after) {
    if (before === after)
        return '';
    return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
    });
}

;// CONCATENATED MODULE: ./src/hyperparameters/composition.ts




/** Puts the writings of all values together; the outermost of nested changes holds. */
function compose(file, here, values) {
    const small = here.flatMap((each) => literalEdits(each, values, file).map((edit) => ({ id: each.id, edit })));
    const added = newArguments(here, values);
    const inner = [...small.map(({ edit }) => edit), ...added];
    const outer = outermost(here.flatMap((each) => changesOf(each, values)));
    const swallowed = (span) => outer.some((change) => swallows(change.span, span));
    const structural = outer.map(({ span, pieces, id }) => ({
        span,
        text: pieces.map((piece) => rendered(piece, id, here, values, inner, file)).join(''),
    }));
    const literals = small.filter(({ edit }) => !swallowed(edit.span)).map(({ edit }) => edit);
    const rest = [...added.filter(({ span }) => !swallowed(span)), ...sameSpotJoined(structural)];
    return {
        edits: orderedEdits([...literals, ...rest]),
        literals: new Set(literals),
        gone: new Set(here.filter(({ span, form }) => form !== 'layer' && swallowed(span)).map(({ id }) => id)),
    };
}
function literalEdits(each, values, file) {
    const { id, span, text, writing } = each;
    if (writing.kind !== 'literal')
        return [];
    const literal = literals_readLiteral(text);
    if (literal === null)
        throw new Error(`${id} is ‘${text}’, which is no literal.`);
    const value = as_written_asWritten(each, values[id]);
    const all = [{ span, text, times: 1, plus: 0 }, ...writing.partners];
    return all.flatMap((one) => {
        if (file.text.slice(one.span.start, one.span.end) !== one.text)
            throw new Error(`${file.path} does not hold ‘${one.text}’ where ${id} was found; it is another version of the file.`);
        if (Object.is(value, each.value))
            return [];
        const like = literals_readLiteral(one.text) ?? literal;
        const scaled = typeof value === 'number' ? one.times * value + one.plus : value;
        return [{ span: one.span, text: literals_spell(scaled, like) }];
    });
}
/** New arguments of one call share its seam. */
function newArguments(here, values) {
    const seams = new Map();
    for (const each of here) {
        const { writing } = each;
        if (writing.kind !== 'argument')
            continue;
        const value = as_written_asWritten(each, values[each.id]);
        if (Object.is(value, each.value))
            continue;
        const known = seams.get(writing.seam.at) ?? { seam: writing.seam, items: [] };
        known.items.push(`${writing.keyword}${writing.seam.equals}${spelled(value, writing.like)}`);
        seams.set(writing.seam.at, known);
    }
    return [...seams.values()].map(({ seam: { at, lead, between, tail }, items }) => ({
        span: { start: at, end: at },
        text: `${lead}${items.join(between)}${tail}`,
    }));
}
function changesOf(each, values) {
    const { id, writing } = each;
    const value = as_written_asWritten(each, values[id]);
    if (writing.kind === 'variants')
        return (writing.variants.find((variant) => Object.is(variant.value, value))?.changes ?? []).map((change) => ({
            ...change,
            id,
        }));
    if (writing.kind !== 'template')
        return [];
    const moved = !Object.is(value, each.value) || (values[id] !== undefined && leansOnMoved(writing.changes, values));
    return moved ? writing.changes.map((change) => ({ ...change, id })) : [];
}
/** Whether a word in the template stands for a value that is no longer the author's. */
function leansOnMoved(changes, values) {
    return changes
        .flatMap(({ pieces }) => pieces)
        .some((piece) => typeof piece === 'object' && 'of' in piece && values[piece.of] !== undefined && values[piece.of] !== piece.own);
}
function rendered(piece, id, here, values, inner, file) {
    if (typeof piece === 'string')
        return piece;
    if ('copy' in piece)
        return copied(piece.copy, inner, file);
    const of = 'of' in piece ? piece.of : id;
    const other = here.find((each) => each.id === of);
    if (other === undefined)
        throw new Error(`${id} needs ${of}, which is not there.`);
    const value = as_written_asWritten(other, values[of]);
    if ('of' in piece)
        return piece.words[String(value)] ?? String(value);
    return spelled(value, other.writing.kind === 'template' ? other.writing.like : other.text);
}
function copied(span, inner, { text }) {
    const within = inner
        .filter((edit) => isInside(edit.span, span))
        .map((edit) => ({ ...edit, span: { start: edit.span.start - span.start, end: edit.span.end - span.start } }));
    return edits_applyEdits(text.slice(span.start, span.end), orderedEdits(within));
}
function spelled(value, like) {
    const literal = literals_readLiteral(like);
    if (literal === null)
        throw new Error(`‘${like}’ is no literal to spell another like.`);
    return literals_spell(value, literal);
}
function swallows(outer, inner) {
    return outer.end > outer.start && isInside(inner, outer);
}
function outermost(changes) {
    return changes.filter((change, index) => !changes.some((other, at) => other !== change && swallows(other.span, change.span) && (at < index || !isInside(other.span, change.span))));
}
/** Code that two hyper-parameters add at the same spot stands there in their order. */
function sameSpotJoined(edits) {
    const joined = new Map();
    for (const edit of edits) {
        const key = `${edit.span.start}-${edit.span.end}`;
        const known = joined.get(key);
        joined.set(key, known === undefined ? edit : { span: edit.span, text: known.text + edit.text });
    }
    return [...joined.values()];
}

;// CONCATENATED MODULE: ./src/hyperparameters/proof.ts


/**
 * Proves that a rewrite is exact, or throws: the bytes between the edits are the author's, and the tree
 * of the edited text is the old one but for the edited literals, and for the code that the other edits
 * (all but those in `literal`) add, replace or remove as whole parts of it.
 */
async function proveRewrite(original, edited, edits, literal = new Set(edits)) {
    untouchedBetween(original, edited, edits);
    const before = await parsePython(original.text);
    const after = await parsePython(edited);
    if (after.problem !== null)
        throw new Error(`The rewrite of ${original.path} is no Python: line ${after.problem.line}, ‘${after.problem.near}’.`);
    const difference = firstDifference(before.root, after.root, changedBy(edits, literal));
    if (difference !== null)
        throw new Error(`The rewrite of ${original.path} changed more than its places: ${difference}.`);
}
function untouchedBetween({ path, text }, edited, edits) {
    let old = 0;
    let now = 0;
    for (const edit of [...edits, { span: { start: text.length, end: text.length }, text: '' }]) {
        const kept = text.slice(old, edit.span.start);
        const there = edited.slice(now, now + kept.length);
        if (kept !== there)
            throw new Error(`The rewrite of ${path} changed text at ${old} that no edit names.`);
        const replaced = edited.slice(now + kept.length, now + kept.length + edit.text.length);
        if (replaced !== edit.text)
            throw new Error(`The rewrite of ${path} did not write ‘${edit.text}’.`);
        old = edit.span.end;
        now += kept.length + edit.text.length;
    }
    if (now !== edited.length)
        throw new Error(`The rewrite of ${path} added text at its end.`);
}
function changedBy(edits, literal) {
    const code = edits.filter((edit) => !literal.has(edit));
    let shift = 0;
    const spans = edits.map((edit) => {
        const start = edit.span.start + shift;
        shift += edit.text.length - (edit.span.end - edit.span.start);
        return { edit, now: { start, end: start + edit.text.length } };
    });
    return {
        edits,
        literals: edits.filter((edit) => literal.has(edit)).map(({ span }) => span),
        removed: code.map(({ span }) => span).filter(({ start, end }) => end > start),
        added: spans.filter(({ edit, now }) => !literal.has(edit) && now.end > now.start).map(({ now }) => now),
    };
}
/** Compares two trees part by part: what the edits replaced, removed or added is left out on its side. */
function firstDifference(before, after, changed) {
    if (changed.literals.some(({ start, end }) => start === before.start && end === before.end)) {
        const place = mapSpan(before, changed.edits);
        if (place.start !== after.start || place.end !== after.end)
            return `${before.type} at ${before.start} moved`;
        return isLiteral(after) ? null : `${after.type} at ${after.start} is no literal`;
    }
    if (before.type !== after.type)
        return `${before.type} at ${before.start} became ${after.type}`;
    const old = before.children.filter((child) => !changed.removed.some((span) => isInside(child, span)));
    const now = after.children.filter((child) => !changed.added.some((span) => isInside(child, span)));
    if (before.children.length === 0)
        return leafDifference(before, after, changed.edits);
    if (old.length !== now.length)
        return `${before.type} at ${before.start} has other parts`;
    for (const [index, child] of old.entries()) {
        const other = now[index];
        const difference = other === undefined ? 'a part is gone' : firstDifference(child, other, changed);
        if (difference !== null)
            return difference;
    }
    return null;
}
function leafDifference(before, after, edits) {
    const place = mapSpan(before, edits);
    const moved = place.start !== after.start || place.end !== after.end;
    return moved ? `${before.type} at ${before.start} moved` : null;
}
const literals = ['integer', 'float', 'string', 'true', 'false', 'none'];
function isLiteral(node) {
    return (literals.includes(node.type) || (node.type === 'unary_operator' && literals.includes(node.children[1]?.type ?? '')));
}

;// CONCATENATED MODULE: ./src/hyperparameters/rewrite.ts





/**
 * Writes values into the source, and nothing else. Values that a point does not name stay.
 * Proves what it did (ARCHITECTURE.md, proof 1); an edit that cannot be made is an error.
 */
async function rewrite(files, hyperparameters, values) {
    const known = new Set(hyperparameters.map(({ id }) => id));
    const unknown = Object.keys(values).find((id) => !known.has(id));
    if (unknown !== undefined)
        throw new Error(`There is no hyper-parameter ${unknown} to give a value to.`);
    const edited = [];
    const edits = new Map();
    const places = new Map();
    for (const path of new Set(hyperparameters.map((each) => each.path))) {
        const file = files.find((each) => each.path === path);
        if (file === undefined)
            throw new Error(`There is no file ${path} to rewrite.`);
        const here = hyperparameters.filter((each) => each.path === path);
        const { edits: done, literals, gone } = compose(file, here, values);
        const text = edits_applyEdits(file.text, done);
        if (done.length > 0)
            await proveRewrite(file, text, done, literals);
        edits.set(path, done);
        if (done.length > 0)
            edited.push({ path, text });
        const standing = here.filter(({ id }) => !gone.has(id));
        rewrite_placesIn(text, standing, done, values).forEach((place, id) => places.set(id, place));
    }
    return { files: edited, edits, places, values: writtenPoint(hyperparameters, values) };
}
function writtenPoint(hyperparameters, values) {
    return Object.fromEntries(hyperparameters.map((each) => [each.id, as_written_asWritten(each, values[each.id])]));
}
function rewrite_placesIn(text, here, done, values) {
    const positions = positionsOf(text);
    return new Map(here.map((each) => {
        const { id, path, span, arrival, writing } = each;
        const call = arrival === null ? null : positions.rangeOf(mapSpan(arrival.call, done));
        // What is not written at the place itself is seen in the call that it belongs to.
        const place = call === null || writing.kind === 'literal' ? positions.rangeOf(mapSpan(span, done)) : call;
        const seen = arrival === null || call === null ? null : { place: call, attribute: shownAs(each, values) };
        return [id, { path, place, arrival: seen }];
    }));
}
/** The attribute to ask for; `=3` tells what a call that ran stands for, where no object can show it. */
function shownAs(each, values) {
    const { attribute } = each.arrival ?? { attribute: '' };
    return attribute === '=' ? `=${JSON.stringify(as_written_asWritten(each, values[each.id]))}` : attribute;
}
/** The author's text back from an edited one. */
function undone(original, edited, edits) {
    return applyEdits(edited.text, invertEdits(original.text, edits));
}

;// CONCATENATED MODULE: ./src/commands/apply.ts



/** The user's files that the outcome changes; none where nothing was reached. */
async function editsOf(outcome, { script }) {
    if (outcome.verdict !== 'reached' || outcome.best === null)
        return [];
    const values = outcome.best.changes.map(({ hyperparameter, after }) => [hyperparameter.id, after]);
    const { files } = await rewrite(script.files, script.hyperparameters, Object.fromEntries(values));
    return files.flatMap(({ path, text: after }) => {
        const before = script.files.find((file) => file.path === path)?.text ?? '';
        return before === after ? [] : [{ path, before, after }];
    });
}
/**
 * Writes the outcome's values into the user's own files, as `--apply` asks. A file that changed since the
 * study read it is left alone: the edits were proven for another text.
 */
async function applyOutcome(outcome, prepared) {
    const edits = await editsOf(outcome, prepared);
    const changed = await replaceSources(prepared.script.root, edits);
    if (changed.length === 0)
        return;
    throw new UserError('mistake', 'changed-meanwhile', `${changed.join(', ')} changed while the study ran; nothing was written.`, {
        help: `Apply the diff by hand: git apply ${outcome.files.diff ?? 'retune.diff'}`,
    });
}

;// CONCATENATED MODULE: ./src/report/epoch-lines.ts
const noEpochs = { epoch: 0, at: 0, heldOut: false };
/**
 * Whether this value gets a line of its own in a log: at most one an epoch, the one on held-out data where
 * there is one, and the rarer the longer the training runs. The result at the end has its line anyway.
 */
function tellsEpoch(told, metric, target) {
    const { epoch, t } = metric;
    if (epoch === null || epoch <= told.epoch)
        return false;
    if (t < told.at + Math.max(mostOften, told.at * epoch_lines_growth))
        return false;
    // Frameworks tell training data first: only after a whole epoch it is known that nothing follows.
    return isHeldOut(metric, target) || (!told.heldOut && epoch > 1);
}
/** Seconds between two lines; they grow with the training, so that a night makes some hundred lines. */
const mostOften = 3;
const epoch_lines_growth = 0.05;
/** What was told once this value has come. */
function afterEpoch(told, metric, target) {
    const heldOut = told.heldOut || (metric.epoch !== null && isHeldOut(metric, target));
    return tellsEpoch(told, metric, target)
        ? { epoch: metric.epoch ?? told.epoch, at: metric.t, heldOut }
        : { ...told, heldOut };
}
function isHeldOut({ split }, { trainMetric }) {
    return split !== 'train' || trainMetric;
}

;// CONCATENATED MODULE: ./src/report/progress.ts



const noProgress = {
    target: null,
    trials: 0,
    repeats: 0,
    budget: null,
    spent: 0,
    changes: {},
    simpler: [],
    running: null,
    done: 0,
    best: null,
    lasted: [],
    now: 0,
};
/** Where a study stands that goes on: without its past, the target and the trials done would not be known. */
function progressSoFar(events, hyperparameters) {
    return events.reduce((state, { at, event }) => advance(state, { kind: 'event', event, at }, hyperparameters), noProgress);
}
/** Progress after the news. Pure: time is what the news say it is. */
function advance(state, news, hyperparameters) {
    switch (news.kind) {
        case 'tick':
            return { ...state, now: Math.max(state.now, news.at) };
        case 'message':
            return heard(state, news.message);
        case 'event':
            return happened({ ...state, now: Math.max(state.now, news.at) }, news, hyperparameters);
    }
}
function heard(state, message) {
    const { running, target } = state;
    if (running === null)
        return state;
    if (message.kind === 'metric') {
        if (message.name !== target?.metric)
            return state;
        const told = afterEpoch(running.told, message, target);
        return { ...state, running: { ...running, metric: message.value, epoch: message.epoch ?? running.epoch, told } };
    }
    if (message.kind !== 'progress')
        return state;
    const { phase, epoch = running.epoch, epochs = running.epochs } = message;
    return { ...state, running: { ...running, phase, epoch, epochs } };
}
function happened(state, { at, event }, hyperparameters) {
    switch (event.kind) {
        case 'goal-set': {
            const { target, budget, repeats } = event;
            return { ...state, target, trials: budget.trials, repeats, budget: budget.seconds };
        }
        case 'trial-suggested':
            return {
                ...state,
                changes: { ...state.changes, [event.trial]: progress_changesOf(event.values, hyperparameters) },
                simpler: event.undoes === null ? state.simpler : [...state.simpler, event.trial],
            };
        case 'attempt-started': {
            const bare = { epoch: null, epochs: null, phase: null, metric: null, told: noEpochs };
            return { ...state, running: { started: event, since: at, ...bare } };
        }
        case 'attempt-ended':
            return progress_ended(state, event);
        case 'search-ended':
            return { ...state, running: null };
        case 'space-set':
            return state;
    }
}
function progress_ended(state, event) {
    const { target, best, running } = state;
    const purpose = running?.started.purpose.kind;
    const over = event.ending.kind !== 'lost' && event.ending.kind !== 'never-started';
    const value = progress_valueOf(event, target);
    const better = value !== null && target !== null && (best === null || isBetter(value, best.value, target));
    return {
        ...state,
        running: null,
        done: state.done + (over && purpose === 'search' ? 1 : 0),
        best: better && purpose !== 'confirmation' ? { trial: event.trial, value } : best,
        spent: state.spent + event.seconds,
        lasted: event.ending.kind === 'finished' ? [...state.lasted, event.seconds] : state.lasted,
    };
}
/** The metric of an attempt that ended, by the study's own rule. */
function progress_valueOf(event, target) {
    if (target === null || event.ending.kind !== 'finished' || event.mismatches.length > 0)
        return null;
    return observationOf(event, target)?.value ?? null;
}
/** Where a point differs from what the author wrote. */
function progress_changesOf(values, hyperparameters) {
    return hyperparameters.flatMap((hyperparameter) => {
        const { id, value: before } = hyperparameter;
        const after = values[id];
        return after === undefined || after === before ? [] : [{ hyperparameter, before, after }];
    });
}
/** Seconds left at most, guessed from what runs took so far; `null` before the first one has ended. */
function secondsLeft({ lasted, trials, done, repeats, running, now, budget, spent, target, }) {
    if (lasted.length === 0 || target?.value == null)
        return null;
    const usual = lasted.reduce((sum, seconds) => sum + seconds, 0) / lasted.length;
    const purpose = running?.started.purpose;
    const ahead = purpose?.kind === 'confirmation' ? repeats - purpose.repeat : trials - done + repeats;
    const current = running === null ? 0 : Math.min(usual, (now - running.since) / 1000);
    const guess = Math.max(0, usual * ahead - current);
    return budget === null ? guess : Math.min(guess, Math.max(0, budget - spent - current) + usual * repeats);
}

;// CONCATENATED MODULE: ./src/study/interval.ts
/** Two-sided 95 % points of Student's t for 1, 2, … degrees of freedom (Fisher & Yates, Statistical Tables, table III). */
const studentT = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
    2.101, 2.093,
];
const normalZ = 1.96;
/** The mean of repeated runs, by Student's t; `null` for fewer than two. */
function intervalOverRuns(values) {
    const n = values.length;
    if (n < 2)
        return null;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
    const half = (studentT[n - 2] ?? normalZ) * Math.sqrt(variance / n);
    return { low: mean - half, high: mean + half };
}
/** A share of `rows` independent rows, by Wilson's score (Wilson 1927, JASA 22); `null` for no share. */
function intervalOverRows(share, rows) {
    if (share < 0 || share > 1 || rows < 1)
        return null;
    const z2 = normalZ ** 2;
    const centre = (share + z2 / (2 * rows)) / (1 + z2 / rows);
    const half = (normalZ / (1 + z2 / rows)) * Math.sqrt((share * (1 - share)) / rows + z2 / (4 * rows ** 2));
    return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

;// CONCATENATED MODULE: ./src/study/wear.ts
/** `share`: the winner's metric, a share of `rows`; `margin`: how far it lies beyond the target. */
function wearOf(results, rows, share, margin) {
    const error = Math.sqrt((share * (1 - share)) / rows);
    const optimism = results < 2 ? 0 : error * Math.sqrt(2 * Math.log(results));
    return { results, rows, optimism, advisable: optimism > 0 && margin < optimism };
}

;// CONCATENATED MODULE: ./src/commands/outcome.ts









/** What a study came to, ready to be told. `null` before the baseline has run. */
async function outcomeOf(state, subject, files) {
    const { goal, trials } = state;
    const baseline = trials[0];
    if (goal === null || baseline === undefined)
        return null;
    const standings = standingsOf(trials, goal).flatMap((standing, index) => {
        const trial = trials[index];
        return trial === undefined ? [] : [{ trial, standing }];
    });
    const [first] = standings;
    if (first === undefined || first.standing.kind === 'open')
        return null;
    const lines = standings.map(({ trial, standing }) => outcome_lineOf(trial, standing, goal, subject.hyperparameters));
    const best = bestOf(standings, state);
    const bestLine = best === null ? null : (lines[best.trial.trial] ?? null);
    return {
        script: subject.script,
        study: subject.study,
        target: goal.target,
        verdict: verdictOf(state, best),
        baseline: outcome_lineOf(baseline, first.standing, goal, subject.hyperparameters),
        best: bestLine,
        confirmation: best === null ? null : confirmationOf(best.trial, best.standing, goal),
        wear: best === null ? null : wearOfTestSet(standings, best, goal),
        trials: lines.slice(1).filter((_, index) => trials[index + 1]?.attempts.some(({ ending }) => ending !== null)),
        undone: best === null ? [] : undoneOf(standings, best, subject.hyperparameters),
        minimal: state.verdict?.kind === 'reached' && state.verdict.minimal,
        diff: best === null ? '' : await diffOf(subject, best.trial.values),
        seconds: spentSeconds(state),
        files,
    };
}
/** The winner, else the simplest confirmed trial, else the one with the best score. */
function bestOf(standings, { goal, verdict }) {
    const winner = verdict?.kind === 'reached' ? verdict.winner : null;
    const confirmed = standings.find(({ trial }) => trial.trial === winner) ??
        standings.findLast(({ standing }) => standing.kind === 'confirmed');
    if (confirmed !== undefined)
        return confirmed;
    const scoreOf = ({ standing }) => goal !== null && 'score' in standing ? oriented(standing.score, goal.target) : -Infinity;
    const best = standings.reduce((a, b) => (a === null || scoreOf(b) > scoreOf(a) ? b : a), null);
    return best === null || scoreOf(best) === -Infinity ? null : best;
}
/** What the first confirmed trial changes and the winner does not. */
function undoneOf(standings, best, hyperparameters) {
    const found = standings.find(({ standing }) => standing.kind === 'confirmed');
    if (found === undefined)
        return [];
    const kept = new Set(progress_changesOf(best.trial.values, hyperparameters).map(({ hyperparameter }) => hyperparameter.id));
    return progress_changesOf(found.trial.values, hyperparameters).filter(({ hyperparameter }) => !kept.has(hyperparameter.id));
}
function verdictOf({ verdict, goal }, best) {
    switch (verdict?.kind) {
        case 'reached':
        case 'exhausted':
        case 'no-target':
        case 'below-target':
            return verdict.kind;
        case 'no-metric':
        case 'baseline-failed':
        case undefined:
            break;
    }
    if (goal?.target.value === null)
        return 'no-target';
    const reached = best !== null && 'score' in best.standing && goal !== null && reaches(best.standing.score, goal.target);
    return reached ? 'reached-unconfirmed' : 'below-target';
}
function outcome_lineOf(trial, standing, { target }, hyperparameters) {
    const attempt = shownAttempt(trial);
    return {
        trial: trial.trial,
        undoes: trial.undoes,
        changes: progress_changesOf(trial.values, hyperparameters),
        observation: attempt === undefined ? null : observationOf(attempt, target),
        problem: standing.kind === 'failed'
            ? standing.why
            : standing.kind === 'refuted'
                ? 'reached once, not when repeated'
                : null,
        seconds: attempt?.seconds ?? 0,
    };
}
/** The run of a trial that people are shown: its first complete one. */
function shownAttempt({ attempts }) {
    return attempts.find(({ ending }) => ending?.kind === 'finished') ?? attempts.find(({ ending }) => ending !== null);
}
function confirmationOf(trial, standing, { target, repeats }) {
    if (standing.kind !== 'confirmed')
        return null;
    const { values, score, note } = standing;
    const over = intervalOverRuns(values);
    const rows = rowsOf(trial, target);
    const share = rows === null ? null : intervalOverRows(score, rows);
    const interval = over !== null ? { ...over, over: 'seeds' } : share !== null ? { ...share, over: 'rows' } : null;
    return { values, mean: score, interval, note: values.length < repeats ? note : null };
}
/** How often the test set has chosen before it chose this trial. */
function wearOfTestSet(standings, { trial, standing }, { target }) {
    const rows = rowsOf(trial, target);
    if (standing.kind !== 'confirmed' || trial.trial === 0 || rows === null || target.value === null)
        return null;
    const results = standings.filter((one) => 'score' in one.standing).length;
    const margin = oriented(standing.score, target) - oriented(target.value, target);
    return wearOf(results, rows, standing.score, margin);
}
/** The rows of which the metric is a share; `null` where it is none, or they are not known. */
function rowsOf({ attempts }, target) {
    if (metricNamed(target.metric)?.fraction !== true)
        return null;
    return attempts.map((attempt) => observationOf(attempt, target)?.size ?? null).find((size) => size !== null) ?? null;
}
/** The unified diff of the user's own source under these values; empty for the values it has. */
async function diffOf({ files, hyperparameters }, values) {
    const { files: edited } = await rewrite(files, hyperparameters, values);
    const diffs = edited.map(({ path, text }) => {
        const before = files.find((file) => file.path === path)?.text ?? '';
        return before === text ? '' : unifiedDiff(path, before, text);
    });
    return diffs.join('');
}

;// CONCATENATED MODULE: ./src/commands/keep.ts



/** The outcome of a study, with its files put into the study's `winner/`: diff, summary and model. */
async function keepOutcome(state, { study, script }) {
    const subject = {
        script: script.program.script,
        study: study.id,
        files: script.files,
        hyperparameters: script.hyperparameters,
    };
    const bare = await outcomeOf(state, subject, {
        study: study.folder,
        model: null,
        saved: null,
        diff: null,
        summary: null,
    });
    if (bare === null)
        throw new Error('an outcome was asked for before the baseline has run');
    const kept = await study.keep({
        diff: bare.diff,
        model: attemptWithModel(state, bare.best?.trial ?? 0),
        summary: (files) => summaryMarkdown({ ...bare, files }),
    });
    return { ...bare, files: kept };
}
/** The author-seeded complete run of the trial: the model that people get is the one whose diff they merge. */
function attemptWithModel(state, trial) {
    const found = state.trials[trial];
    if (found === undefined)
        return null;
    const attempt = completed(found, 'confirmation', 0) ?? completed(found, trial === 0 ? 'baseline' : 'search');
    return attempt === undefined ? null : { trial, attempt: attempt.attempt };
}

;// CONCATENATED MODULE: ./src/report/chart.ts
const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** One sign a value, higher for larger; a dot where there is none. Empty when fewer than three are known. */
function sparkline(values) {
    const known = values.filter((value) => value !== null);
    if (known.length < 3)
        return '';
    const low = Math.min(...known);
    const spread = Math.max(...known) - low;
    return values
        .map((value) => {
        if (value === null)
            return '·';
        return blocks[spread === 0 ? 3 : Math.round(((value - low) / spread) * (blocks.length - 1))] ?? '';
    })
        .join('');
}

;// CONCATENATED MODULE: ./src/report/outcome-text.ts








/** How a study ended, for the person at the terminal. */
function outcomeText(outcome, { colour = false, applied = false } = {}) {
    const style = { ...style_plain, colour };
    const { headline, good, explained, next } = verdictWording(outcome, applied);
    const changes = improves(outcome) ? (outcome.best?.changes ?? []) : [];
    const lines = [
        ...columns_fold(headline).map((line) => paint(style, good ? 'green' : 'red', line)),
        ...columns_fold(explained),
        '',
        ...labelled(outcome_text_facts(outcome)),
        ...section(style, 'Changed', changeRows(changes)),
        ...(changes.length === 0 ? [] : outcome_text_diffLines(outcome.diff, diffNotice(outcome), style)),
        ...section(style, 'Files', labelled(fileRows(outcome))),
        ...(applied && changes.length > 0 ? ['', `Written into ${safeLine(outcome.script)}.`] : []),
        ...section(style, 'Next', next.flatMap((line) => columns_fold(line, widest - 4).map((part, i) => (i === 0 ? `  - ${part}` : `    ${part}`)))),
    ];
    return `${lines.join('\n')}\n`;
}
function outcome_text_facts(outcome) {
    const { baseline, best, confirmation, target, trials, seconds } = outcome;
    const failed = trials.filter(({ observation }) => observation === null);
    const chart = sparkline([baseline, ...trials].map(({ observation }) => observation?.value ?? null));
    const problem = failed.at(-1)?.problem ?? null;
    return [
        ['before', describeTrial(baseline, outcome)],
        ...(best === null || best.trial === 0 ? [] : [['after', describeTrial(best, outcome)]]),
        ['target', describeTarget(target)],
        ...(confirmation === null ? [] : [['confirmed by', describeConfirmation(confirmation, outcome)]]),
        ...(describeUndone(outcome) === '' ? [] : [['undone', describeUndone(outcome)]]),
        ...(describeWear(outcome) === '' ? [] : [['test set', describeWear(outcome)]]),
        ['took', `${formatSeconds(seconds)}, ${count(triedIn(trials), 'trial')}${chart === '' ? '' : `  ${chart}`}`],
        ...(problem === null
            ? []
            : [['no result', `${count(failed.length, 'trial')}; the last one: ${safeLine(problem)}`]]),
    ];
}
function describeTrial({ trial, observation, problem, seconds }, { target }) {
    const who = trial === 0 ? 'the script as it is' : `trial ${trial}`;
    if (observation === null)
        return `${who}: ${safeLine(problem ?? 'no metric seen')}`;
    const { name, value, split, source, size } = observation;
    const rows = size === null ? '' : `, ${count(size, 'row')}`;
    const where = split === 'unknown' ? '' : `${split} `;
    const how = source === 'hook' ? 'read in the framework' : `from a ${source === 'printed' ? 'printed line' : source}`;
    return `${where}${safeLine(name, 40)} ${formatAgainst(value, target.value, target.metric)}, ${who} (${how}${rows}, ${formatSeconds(seconds)})`;
}
function changeRows(changes) {
    if (changes.length === 0)
        return [];
    const rows = changes.map(({ hyperparameter: { name, path, place }, before, after }) => [
        safeLine(name, 40),
        safeLine(formatValue(before), 30),
        safeLine(formatValue(after), 30),
        `${safeLine(path, 60)}:${place.start.line}`,
    ]);
    return columns([['name', 'before', 'after', 'place'], ...rows]);
}
function outcome_text_diffLines(diff, notice, style) {
    if (diff === '')
        return [];
    const lines = safeText(diff)
        .trimEnd()
        .split('\n')
        .map((line) => {
        if (line.startsWith('+'))
            return paint(style, 'green', line);
        return line.startsWith('-') ? paint(style, 'red', line) : line;
    });
    return ['', ...lines, '', paint(style, 'dim', notice)];
}
function fileRows({ files: { model, saved, diff, summary, study }, }) {
    const named = { model, saved: saved?.folder ?? null, diff, summary, study };
    return Object.entries(named).flatMap(([name, path]) => {
        if (path === null)
            return [];
        return [
            [name, name === 'saved' ? [path, ...columns_fold(`by the script itself: ${describeSaved(saved?.files ?? [])}`)] : path],
        ];
    });
}
function section(style, title, lines) {
    return lines.length === 0 ? [] : ['', paint(style, 'bold', title), ...lines];
}

;// CONCATENATED MODULE: ./src/study/command.ts
/** A trial that has begun is brought to its end before anything else. */
function startUnfinished(state, standings, rules) {
    for (const trial of state.trials) {
        const standing = standings[trial.trial];
        if (standing?.kind === 'candidate' || standing?.kind === 'open')
            return start(trial, standing.next, rules);
    }
    return null;
}
/** The next attempt of a trial. */
function start(trial, purpose, { seed }) {
    const reseeded = purpose.kind === 'confirmation' && purpose.repeat > 0;
    return {
        kind: 'start',
        trial: trial.trial,
        attempt: trial.attempts.length + 1,
        purpose,
        seed: reseeded ? repeatSeed(seed, trial.trial, purpose.repeat) : null,
    };
}
/** A different seed for every repeat of every trial, within 31 bits, as XGBoost wants. */
function repeatSeed(seed, trial, repeat) {
    return (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(trial + 1, 0x85ebca6b) + Math.imul(repeat, 0xc2b2ae35)) >>> 1;
}

;// CONCATENATED MODULE: ./src/study/undo.ts
/**
 * Undoes the changes of a winner that its result does not need, the least important first: half of them at
 * once while that works, then one by one (after Zeller & Hildebrandt 2002, "Simplifying and isolating
 * failure-inducing input"). Replayed from the start at every call, so that a study can be left at any moment.
 */
function undoNext(winner, { dimensions }, known) {
    const start = Object.fromEntries(dimensions.map(({ id, start }) => [id, start]));
    const without = (values, ids) => ({
        ...values,
        ...Object.fromEntries(ids.map((id) => [id, start[id] ?? null])),
    });
    let values = { ...start, ...winner };
    let left = changedIn(values, start);
    let size = Math.floor(left.length / 2);
    while (left.length > 0) {
        const batch = left.slice(0, Math.max(1, size));
        if (batch.length === changedIn(values, start).length)
            break;
        const fewer = without(values, batch);
        const answer = known(fewer);
        if (answer === 'unknown')
            return { kind: 'try', values: fewer, undone: batch };
        if (answer === 'proven')
            values = fewer;
        // After a batch that was needed its members are tried one by one.
        if (answer === 'proven' || batch.length === 1)
            left = left.slice(batch.length);
        size = answer === 'proven' ? Math.floor(size / 2) : 1;
    }
    return { kind: 'minimal', values };
}
/** Ids of the changes, the least important first, as dimensions stand most important first. */
function changedIn(values, start) {
    return Object.keys(start)
        .filter((id) => values[id] !== start[id])
        .reverse();
}

;// CONCATENATED MODULE: ./src/study/minimise.ts




/** Job 5: undoes what the result does not need. The budget of trials is the search's; that of time is everybody's. */
function minimise(state, winner, standings, rules) {
    const { space, goal, trials, verdict } = state;
    const unfinished = startUnfinished(state, standings, rules);
    if (unfinished !== null)
        return unfinished;
    const dimensions = space?.dimensions ?? [];
    const key = (values) => keyOf(values, dimensions);
    const known = (values) => {
        const kinds = trials
            .filter((trial) => key(trial.values) === key(values))
            .map(({ trial }) => standings[trial]?.kind ?? 'open');
        if (kinds.includes('confirmed'))
            return 'proven';
        return kinds.length === 0 ? 'unknown' : 'not';
    };
    const simplest = standings.findLastIndex(({ kind }) => kind === 'confirmed');
    const undo = undoNext(trials[winner]?.values ?? {}, { dimensions }, known);
    if (undo.kind === 'minimal') {
        const last = trials.findLast(({ trial, values }) => standings[trial]?.kind === 'confirmed' && key(values) === key(undo.values));
        return { kind: 'end', verdict: { kind: 'reached', winner: last?.trial ?? winner, minimal: true } };
    }
    if (goal?.budget.seconds != null && spentSeconds(state) >= goal.budget.seconds)
        return verdict === null
            ? { kind: 'end', verdict: { kind: 'reached', winner: simplest, minimal: false } }
            : { kind: 'rest' };
    const why = `is the target reached without ${undo.undone.length === 1 ? 'this change' : 'these changes'}?`;
    return { kind: 'suggest', trial: trials.length, values: undo.values, why, undoes: winner };
}

;// CONCATENATED MODULE: ./src/study/decide.ts





/** State → the one next step. Equal states give equal steps, in any process. */
function decide(state, rules) {
    const { goal, trials, space } = state;
    const first = trials[0];
    if (goal === null || first === undefined)
        return { kind: 'rest' };
    const running = runningAttempt(trials);
    if (running !== null)
        return { kind: 'follow', ...running };
    const standings = standingsOf(trials, goal);
    if (state.verdict !== null)
        return afterVerdict(state, standings, rules);
    const baseline = standings[0];
    if (baseline?.kind === 'open')
        return start(first, baseline.next, rules);
    if (baseline?.kind === 'failed')
        return { kind: 'end', verdict: whyBaselineFailed(first, goal) };
    if (space === null)
        return { kind: 'set-space' };
    if (rules.stage === 'baseline')
        return { kind: 'rest' };
    if (goal.target.value === null)
        return { kind: 'end', verdict: { kind: 'no-target' } };
    return nextTrial(state, goal, space, standings, rules);
}
function nextTrial(state, goal, space, standings, rules) {
    const winner = standings.findIndex(({ kind }) => kind === 'confirmed');
    if (winner >= 0)
        return rules.stage === 'minimal'
            ? minimise(state, winner, standings, rules)
            : { kind: 'end', verdict: { kind: 'reached', winner, minimal: false } };
    const unfinished = startUnfinished(state, standings, rules);
    if (unfinished !== null)
        return unfinished;
    if (isSpent(state, goal))
        return { kind: 'end', verdict: { kind: 'below-target' } };
    const question = {
        space,
        results: resultsOf(state, goal, space, standings),
        pending: [],
        goal: oriented(goal.target.value ?? 0, goal.target),
        seed: rules.seed,
    };
    const suggestion = rules.optimiser.suggest(question);
    if (suggestion === null)
        return { kind: 'end', verdict: { kind: 'exhausted' } };
    const { point: values, why } = suggestion;
    return { kind: 'suggest', trial: state.trials.length, values, why, undoes: null };
}
/** An ended search rests, but for a winner that is still to be simplified. */
function afterVerdict(state, standings, rules) {
    const { verdict } = state;
    if (rules.stage !== 'minimal' || verdict?.kind !== 'reached' || verdict.minimal)
        return { kind: 'rest' };
    const winner = standings.findIndex(({ kind }) => kind === 'confirmed');
    return winner < 0 ? { kind: 'rest' } : minimise(state, winner, standings, rules);
}
function runningAttempt(trials) {
    for (const { trial, attempts } of trials) {
        const running = attempts.find(({ ending }) => ending === null);
        if (running !== undefined)
            return { trial, attempt: running.attempt };
    }
    return null;
}
function whyBaselineFailed(baseline, { target }) {
    const attempt = baseline.attempts.findLast(({ ending }) => ending?.kind === 'finished');
    if (attempt === undefined || observationOf(attempt, target) !== null)
        return { kind: 'baseline-failed' };
    return { kind: 'no-metric', seen: [...new Set(attempt.observations.map(({ name }) => name))] };
}
function isSpent(state, { budget }) {
    return searchedTrials(state) >= budget.trials || (budget.seconds !== null && spentSeconds(state) >= budget.seconds);
}
/** What the optimiser learns from: every judged trial, the baseline at the space's own start values. */
function resultsOf(state, goal, space, standings) {
    const start = Object.fromEntries(space.dimensions.map((dimension) => [dimension.id, dimension.start]));
    return state.trials.map((trial) => {
        const standing = standings[trial.trial];
        const score = standing !== undefined && 'score' in standing ? oriented(standing.score, goal.target) : null;
        return { point: { ...start, ...trial.values }, score };
    });
}

;// CONCATENATED MODULE: ./src/study/loop.ts





/** The only loop: asks what to do, does it, records it, until nothing is left or it is interrupted. */
async function runStudy(parts) {
    let state = fold(await parts.journal.read());
    for (;;) {
        if (parts.interrupted.aborted)
            return state;
        const command = decide(state, parts.rules);
        if (command.kind === 'rest')
            return state;
        for await (const event of loop_perform(command, state, parts)) {
            const { at } = await parts.journal.append(event);
            state = after(state, event);
            parts.see({ kind: 'event', event, at });
        }
    }
}
async function* loop_perform(command, state, parts) {
    switch (command.kind) {
        case 'suggest':
            yield {
                kind: 'trial-suggested',
                trial: command.trial,
                values: command.values,
                why: command.why,
                undoes: command.undoes,
            };
            return;
        case 'set-space': {
            const received = state.trials[0]?.attempts.findLast(({ ending }) => ending?.kind === 'finished')?.received ?? [];
            yield { kind: 'space-set', ...searchSpaceOf(parts.hyperparameters, received, parts.choice) };
            return;
        }
        case 'start': {
            // Recorded before it starts: a crash in between leaves an attempt that `follow` revokes, never one that nobody knows.
            const { trial, attempt, purpose, seed } = command;
            yield { kind: 'attempt-started', trial, attempt, purpose, seed };
            const values = state.trials[trial]?.values ?? {};
            const { edited, watch } = await edit(values, parts);
            await parts.runner.start(parts.placeOf(trial, attempt), orderOf(command, state, watch, parts), edited);
            yield await follow(trial, attempt, values, parts);
            return;
        }
        case 'follow':
            yield await follow(command.trial, command.attempt, state.trials[command.trial]?.values ?? {}, parts);
            return;
        case 'end':
            yield { kind: 'search-ended', verdict: command.verdict };
    }
}
async function edit(values, { files, hyperparameters }) {
    const { files: edited, places } = await rewrite(files, hyperparameters, values);
    const watch = [...places].map(([id, place]) => ({ id, ...place }));
    return { edited, watch };
}
function orderOf(command, state, watch, parts) {
    const { trial, attempt, seed, purpose } = command;
    return {
        v: 1,
        ...parts.order,
        trial,
        attempt,
        seed,
        limits: { seconds: parts.limit(baselineSeconds(state.trials[0])), epochs: null },
        watch,
        saveModel: purpose.kind !== 'search',
    };
}
function baselineSeconds(baseline) {
    return baseline?.attempts.findLast(({ ending }) => ending?.kind === 'finished')?.seconds ?? null;
}
/** Follows an attempt to its end and tells what came of it. An interruption stops it first. */
async function follow(trial, attempt, values, parts) {
    const place = parts.placeOf(trial, attempt);
    const stop = () => void parts.runner.stop(place);
    parts.interrupted.addEventListener('abort', stop, { once: true });
    if (parts.interrupted.aborted)
        stop();
    const messages = [];
    const ending = await parts.runner.follow(place, (message) => {
        messages.push(message);
        parts.see({ kind: 'message', message });
    });
    parts.interrupted.removeEventListener('abort', stop);
    await parts.runner.clean(place);
    const received = messages.filter((message) => message.kind === 'received');
    return {
        kind: 'attempt-ended',
        trial,
        attempt,
        ending,
        seconds: messages.at(-1)?.t ?? 0,
        observations: lastOfEach(messages.filter((message) => message.kind === 'metric')),
        received,
        randomness: messages.findLast((message) => message.kind === 'randomness') ?? null,
        mismatches: ending.kind === 'finished' ? mismatchesOf(values, received, parts) : [],
    };
}
/** Every final value, and the last epoch of every curve: the whole curve stays in the attempt's `events.jsonl`. */
function lastOfEach(observations) {
    const sameCurve = (a, b) => b.epoch !== null && a.name === b.name && a.split === b.split && a.source === b.source;
    return observations.filter((one, index) => one.epoch === null || !observations.slice(index + 1).some((later) => sameCurve(one, later)));
}
/** Changed values that the run did not hold, or that no witness saw though they were not asked for by name. */
function mismatchesOf(values, received, { hyperparameters, choice }) {
    return hyperparameters.flatMap((hyperparameter) => {
        const expected = values[hyperparameter.id];
        if (expected === undefined || expected === hyperparameter.value)
            return [];
        const seen = received.findLast(({ id }) => id === hyperparameter.id);
        if (seen === undefined)
            return search_space_names(choice.tune, hyperparameter)
                ? []
                : [`${hyperparameter.name} = ${String(expected)} was not seen to arrive`];
        const verdict = arrived(hyperparameter, expected, seen);
        return verdict === true ? [] : [verdict];
    });
}

;// CONCATENATED MODULE: ./src/commands/baseline.ts

/** Stops with the script's own error where the script, as it is, does not run through. */
function refuseBaseline({ verdict, trials }, { script }) {
    if (verdict?.kind !== 'baseline-failed')
        return;
    const ending = trials[0]?.attempts.findLast((attempt) => attempt.ending !== null)?.ending;
    const output = ending !== undefined && ending !== null && 'lastLines' in ending ? ending.lastLines : [];
    const { script: path } = script.program;
    const tail = output.length === 0 ? '' : `\n${output.map((line) => `    ${line}`).join('\n')}`;
    switch (ending?.kind) {
        case 'failed': {
            const { type, message, file, line, exitCode } = ending.failure;
            const place = line === null ? { file: file ?? path } : { file: file ?? path, line };
            const what = type === '' || type === 'SystemExit'
                ? `The script ended with exit code ${exitCode ?? '?'}`
                : `${type}: ${message}`;
            throw new UserError('mistake', 'script-fails', `${what}.${tail}`, {
                place,
                help: 'The script fails as it is, before anything was changed. Mend it and run the same command again.',
            });
        }
        case 'timed-out':
            throw new UserError('mistake', 'script-too-slow', `${path} took more than ${Math.round(ending.limit)} s.${tail}`, { help: 'Give it longer with --trial-time, for example --trial-time 2h.' });
        case 'lost':
            throw new UserError('machine', 'script-killed', `${path} vanished without a word, three times: ${ending.why}.${tail}`, { help: 'Most often the memory was used up: try smaller data or a machine with more.' });
        default:
            throw new UserError('mistake', 'script-fails', `${path} did not run through.${tail}`);
    }
}
/** The error for a script that told no value of the metric: what was looked for, what was seen, what helps. */
function refuseMetric({ goal, trials }, { script }) {
    const metric = goal?.target.metric ?? 'accuracy';
    const told = trials[0]?.attempts.findLast(({ ending }) => ending?.kind === 'finished')?.observations ?? [];
    const training = told.find(({ name, split }) => name === metric && split === 'train');
    const seen = [...new Set(told.map(({ name, split }) => (split === 'unknown' ? name : `${split} ${name}`)))];
    const place = { file: script.program.script };
    if (training !== undefined) {
        return new UserError('refused', 'training-metric', `The script tells its ${metric} on training data only (${String(training.value)}), which says little about new data.`, {
            place,
            help: 'Evaluate on held-out data, or let training data count with --train-metric.',
        });
    }
    return new UserError('refused', 'no-metric', `The script ran, but told no ${metric} that could be read. Seen: ${seen.length === 0 ? 'no metric at all' : seen.join(', ')}.`, {
        place,
        help: seen.length === 0
            ? `Let the script print it, for example print("Test ${metric}:", value).`
            : `Name the metric to reach, for example --metric ${told.at(-1)?.name ?? metric}.`,
    });
}

;// CONCATENATED MODULE: ./src/commands/search.ts
var search_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var search_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/** Goes through the study as far as the stage reaches; `null`: interrupted, the same command goes on. */
async function search(prepared, settings, stage, terminal, watcher) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { study } = prepared;
        const lease = search_addDisposableResource(env_1, await study.take(), true);
        if (settings.fresh || (await hasFailedBaseline(study)))
            await study.clear();
        const parts = await begin(prepared, settings, stage, terminal, watcher, lease.fence);
        await setGoal(study, prepared.goal, watcher);
        const state = await towardsMetric(await runStudy(parts), parts, prepared, settings, watcher);
        if (terminal.interrupted.aborted)
            return null;
        refuseBaseline(state, prepared);
        return await keepOutcome(state, prepared);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = search_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Simplifies the winner of a study under the goal that it has; `null`: interrupted, the same command goes on. */
async function simplify(prepared, settings, terminal, watcher) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const lease = search_addDisposableResource(env_2, await prepared.study.take(), true);
        const parts = await begin(prepared, settings, 'minimal', terminal, watcher, lease.fence);
        const state = await runStudy(parts);
        return terminal.interrupted.aborted ? null : await keepOutcome(state, prepared);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = search_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Makes what is still missing for the first attempt: environment, snapshot, record. */
async function begin(prepared, settings, stage, { interrupted }, { say, see }, fence) {
    const { study, environment, interpreter } = prepared;
    const { python } = await makeEnvironment(environment, { home: settings.home, interpreter, say });
    await study.begin();
    return partsOf(prepared, settings, stage, { python, fence, see, interrupted });
}
async function hasFailedBaseline(study) {
    return fold(await study.journal.read()).verdict?.kind === 'baseline-failed';
}
function partsOf({ script, study }, settings, stage, live) {
    return {
        journal: study.journal,
        runner: study.runner(live.python),
        rules: { stage, optimiser: optimiser, seed: settings.seed },
        choice: { tune: settings.tune, keep: settings.keep },
        files: script.files,
        hyperparameters: script.hyperparameters,
        order: { ...study.order, fence: live.fence },
        limit: (baselineSeconds) => settings.trialTime ?? learntLimit(baselineSeconds),
        placeOf: study.placeOf,
        see: live.see,
        interrupted: live.interrupted,
    };
}
/** Room for ten times the epochs and a slower model; a run beyond that is stuck, not thorough. */
function learntLimit(baselineSeconds) {
    return baselineSeconds === null ? null : Math.max(300, 20 * baselineSeconds);
}
/** Records the goal where it is new or changed: that opens an ended search again. */
async function setGoal(study, goal, watcher) {
    const state = fold(await study.journal.read());
    const known = state.goal;
    const sameMetric = known !== null && known.target.metric === goal.target.metric;
    if (sameMetric && JSON.stringify(known) === JSON.stringify(goal))
        return;
    const { event, at } = await study.journal.append({ kind: 'goal-set', ...goal });
    watcher.see({ kind: 'event', event, at });
}
/** A script that tells another metric than its text made us expect: taken, unless the user named one. */
async function towardsMetric(state, parts, prepared, settings, watcher) {
    if (state.verdict?.kind !== 'no-metric')
        return state;
    const { seen } = state.verdict;
    const told = metrics.find(({ name }) => seen.includes(name) && name !== 'loss');
    if (settings.metric !== null || told === undefined)
        throw refuseMetric(state, prepared);
    await setGoal(prepared.study, { ...prepared.goal, target: prepare_targetOf(told.name, settings, told.direction) }, watcher);
    return runStudy(parts);
}

;// CONCATENATED MODULE: ./src/report/progress-text.ts







/** The line at the bottom of a terminal, rewritten with all news; empty when nothing runs. */
function liveLine(state, width) {
    const { running, target, best } = state;
    if (running === null)
        return '';
    const metric = target?.metric ?? '';
    const changes = describeChanges(state.changes[running.started.trial] ?? []);
    const left = secondsLeft(state);
    // The larger the number, the sooner a narrow terminal does without.
    const pieces = [
        [0, progress_text_nameOf(running.started, state)],
        [4, tellsChanges(running.started, state) ? cut(changes, 60) : ''],
        [1, describeEpoch(running)],
        [2, running.metric === null ? '' : `${safeLine(metric, 30)} ${formatMetric(running.metric, metric)}`],
        [3, best === null ? '' : `best ${formatAgainst(best.value, target?.value ?? null, metric)}${progress_text_goalOf(state)}`],
        [6, formatSeconds(Math.max(0, state.now - running.since) / 1000)],
        [5, left === null ? '' : `at most ${formatSeconds(left)} left`],
    ];
    for (let rank = 6; rank >= 0; rank--) {
        const kept = pieces.filter(([own, text]) => own <= rank && text !== '').map(([, text]) => text);
        const line = kept.join(' · ');
        if (Array.from(line).length <= width || rank === 0)
            return cut(line, width);
    }
    return '';
}
/** What to say first when a study goes on; empty for a new one. */
function resumedLine({ target, best, done, lasted, trials }) {
    if (lasted.length === 0)
        return '';
    const value = best === null || target === null ? '' : `, best ${formatAgainst(best.value, target.value, target.metric)}`;
    return `goes on where it was: ${done} of ${count(Math.max(trials, done), 'trial')} done${value}`;
}
/**
 * The lines to print for good because of the news. `before` is the progress that the news come upon, so
 * that an attempt that ends can still be named.
 */
function newsLines(before, news, medium, style = style_plain) {
    if (news.kind === 'tick')
        return [];
    if (news.kind === 'message')
        return messageLines(before, news, medium, style);
    const { event } = news;
    switch (event.kind) {
        case 'attempt-ended':
            return [endedLine(before, event, style)];
        case 'attempt-started':
            return medium === 'log' ? [startedLine(before, event)] : [];
        case 'goal-set':
            return medium === 'log'
                ? [`target ${describeTarget(event.target)}, ${count(event.budget.trials, 'trial')} at most`]
                : [];
        case 'space-set':
            return medium === 'log' ? [`${count(event.space.dimensions.length, 'hyper-parameter')} to tune`] : [];
        case 'search-ended':
            return medium === 'log' ? [`search ended: ${event.verdict.kind}`] : [];
        case 'trial-suggested':
            return [];
    }
}
function messageLines(state, { message }, medium, style) {
    const { running, target } = state;
    if (message.kind === 'warning')
        return [`  ${paint(style, 'yellow', 'warning')}: ${safeLine(message.text, 300)}`];
    if (medium === 'terminal' || message.kind !== 'metric' || message.name !== target?.metric || running === null)
        return [];
    if (!tellsEpoch(running.told, message, target))
        return [];
    const split = message.split === 'unknown' ? '' : `${message.split} `;
    const value = `${split}${safeLine(message.name, 30)} ${formatMetric(message.value, message.name)}`;
    return [`  ${describeEpoch({ ...running, epoch: message.epoch })} · ${value}${aheadOf(state)}`];
}
/** The best so far and the time left, for a line of a log. */
function aheadOf(state) {
    const { best, target } = state;
    const left = secondsLeft(state);
    const shown = best === null ? '' : ` · best ${formatAgainst(best.value, target?.value ?? null, target?.metric ?? '')}`;
    return `${shown}${left === null ? '' : ` · at most ${formatSeconds(left)} left`}`;
}
function startedLine(state, started) {
    const changes = tellsChanges(started, state) ? describeChanges(state.changes[started.trial] ?? []) : '';
    const again = started.attempt > 1 ? ` (attempt ${started.attempt})` : '';
    return `${progress_text_nameOf(started, state)} starts${again}${changes === '' ? '' : `: ${changes}`}`;
}
function endedLine(before, event, style) {
    const { running, target, best } = before;
    const name = running === null ? `trial ${event.trial}` : progress_text_nameOf(running.started, before);
    const purpose = running?.started.purpose.kind ?? 'search';
    const value = progress_valueOf(event, target);
    const told = running !== null && tellsChanges(running.started, before);
    const changes = told ? describeChanges(before.changes[event.trial] ?? []) : '';
    const tail = [formatSeconds(event.seconds), changes].filter((text) => text !== '').join('  ');
    if (target === null || value === null) {
        return `${name.padEnd(nameWidth)}  ${paint(style, 'red', describeEnding(event))}  ${paint(style, 'dim', tail)}`;
    }
    const reached = reaches(value, target);
    const better = purpose === 'search' && (best === null || isBetter(value, best.value, target));
    const shown = `${safeLine(target.metric, 30)} ${formatAgainst(value, target.value, target.metric)}`;
    const note = reached ? '  reaches the target' : better ? '  best so far' : '';
    return `${name.padEnd(nameWidth)}  ${paint(style, reached ? 'green' : 'bold', shown)}${note}  ${paint(style, 'dim', tail)}`;
}
const nameWidth = 'confirmation 1 of 3'.length;
/** Whether the run is the first to show what its values do. */
function tellsChanges({ trial, purpose }, { simpler }) {
    return (purpose.kind === 'search' || (purpose.kind === 'confirmation' && purpose.repeat === 0 && simpler.includes(trial)));
}
function progress_text_nameOf({ trial, purpose }, { trials, repeats, simpler }) {
    switch (purpose.kind) {
        case 'baseline':
            return 'baseline';
        case 'search':
            return `trial ${trial} of ${Math.max(trials, trial)}`;
        case 'confirmation':
            if (simpler.includes(trial))
                return `simpler ${simpler.indexOf(trial) + 1}, run ${purpose.repeat + 1}`;
            return `confirmation ${purpose.repeat + 1} of ${Math.max(repeats, purpose.repeat + 1)}`;
    }
}
function describeEnding({ ending, mismatches }) {
    if (mismatches.length > 0)
        return `values did not arrive: ${safeLine(mismatches.join('; '), 200)}`;
    switch (ending.kind) {
        case 'finished':
            return 'no metric seen';
        case 'failed': {
            const { type, message, file, line } = ending.failure;
            const place = file === null ? '' : ` (${safeLine(file, 80)}${line === null ? '' : `:${line}`})`;
            return `failed: ${safeLine(type, 60)}${message === '' ? '' : `: ${safeLine(message, 160)}`}${place}`;
        }
        case 'timed-out':
            return `ended by us after ${formatSeconds(ending.limit)}`;
        case 'stopped':
            return 'stopped';
        case 'lost':
            return `lost: ${safeLine(ending.why, 160)}`;
        case 'never-started':
            return 'never came to life; starts again';
    }
}
function describeEpoch({ epoch, epochs, phase }) {
    if (epoch === null)
        return phase === null || phase === 'train' ? '' : phase;
    return `epoch ${epoch}${epochs === null ? '' : `/${epochs}`}`;
}
function progress_text_goalOf({ target }) {
    return target?.value == null ? '' : ` (target ${formatTarget(target.value, target.metric)})`;
}

;// CONCATENATED MODULE: ./src/commands/watch.ts


const redrawn = 250;
const clearLine = '\r\u001b[2K';
/** Shows a running study: on a screen one line that is rewritten, in a log one line an event. */
async function watch({ script, study }, terminal) {
    let progress = progressSoFar(await study.journal.read(), script.hyperparameters);
    const draw = () => {
        if (terminal.live)
            terminal.err(`${clearLine}${liveLine(progress, terminal.columns - 1)}`);
    };
    const say = (text) => {
        terminal.err(`${terminal.live ? clearLine : ''}${text}\n`);
    };
    const resumed = resumedLine(progress);
    if (resumed !== '')
        say(resumed);
    const see = (news) => {
        const lines = newsLines(progress, news, terminal.live ? 'terminal' : 'log', { colour: terminal.colour });
        progress = advance(progress, news, script.hyperparameters);
        for (const line of lines)
            say(line);
        draw();
    };
    const timer = setInterval(() => {
        see({ kind: 'tick', at: Date.now() });
    }, redrawn);
    timer.unref();
    return {
        say,
        see,
        [Symbol.dispose]: () => {
            clearInterval(timer);
            if (terminal.live)
                terminal.err(clearLine);
        },
    };
}

;// CONCATENATED MODULE: ./src/commands/run.ts
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/** `run`: the plan, the baseline, the search and its proof, the report; stopped, it goes on where it was. */
function run_run(settings, terminal) {
    return stageOf(settings.asFound ? 'winner' : 'minimal', settings, terminal);
}
/** `tweak`: like `run`, but the winner is as the search found it; `report` simplifies it. */
function tweak(settings, terminal) {
    return stageOf('winner', settings, terminal);
}
/** `train`: the baseline alone. */
async function train(settings, terminal) {
    const code = await stageOf('baseline', settings, terminal);
    return code === exitCodes.belowTarget ? exitCodes.done : code;
}
async function stageOf(stage, settings, terminal) {
    const [path = ''] = settings.scripts;
    const prepared = await prepare(path, settings);
    terminal.err(`${planText(prepared.plan, { colour: terminal.colour })}\n`);
    noteStudy(prepared, settings, terminal);
    const outcome = await watched(prepared, settings, stage, terminal);
    if (outcome === null)
        return stopped(terminal);
    if (settings.apply)
        await applyOutcome(outcome, prepared);
    await tell(outcome, prepared, settings, terminal);
    return codeOf(outcome);
}
/** What an interrupted command says. */
function stopped(terminal) {
    terminal.err('\nStopped. Everything so far is kept: the same command goes on where it was.\n');
    return interruptedCode;
}
async function watched(prepared, settings, stage, terminal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const watcher = run_addDisposableResource(env_1, await watch(prepared, terminal), false);
        return await search(prepared, settings, stage, terminal, watcher);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_disposeResources(env_1);
    }
}
/** Lets the caller know which study it is, so that whoever comes after a crash can find it. */
function noteStudy({ study }, { cache }, terminal) {
    terminal.note({ kind: 'study', id: study.id, folder: study.folder, cache });
    if (study.brought !== null)
        terminal.err(`Brought from GitHub's cache: ${study.brought} events of this study, from another machine.\n`);
}
async function tell(outcome, prepared, settings, terminal) {
    terminal.note({ kind: 'outcome', outcome, edits: await editsOf(outcome, prepared) });
    terminal.out(settings.json
        ? `${JSON.stringify(outcome, null, 2)}\n`
        : `${outcomeText(outcome, { colour: terminal.colour, applied: settings.apply })}\n`);
}
function codeOf({ verdict }) {
    switch (verdict) {
        case 'reached':
        case 'reached-unconfirmed':
        case 'no-target':
            return exitCodes.done;
        case 'below-target':
        case 'exhausted':
        case 'impossible':
            return exitCodes.belowTarget;
    }
}

;// CONCATENATED MODULE: ./src/commands/report.ts
var report_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var report_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/** `report`: undoes what a confirmed winner does not need, then tells how the study stands. */
async function report(settings, terminal) {
    const [path = ''] = settings.scripts;
    const prepared = await prepare(path, settings);
    const state = fold(await prepared.study.journal.read());
    if (!state.trials[0]?.attempts.some(({ ending }) => ending?.kind === 'finished')) {
        throw new UserError('mistake', 'no-study', `There is no finished run of ${path} to report on.`, {
            help: `Start one: retune run ${path}`,
        });
    }
    noteStudy(prepared, settings, terminal);
    const outcome = await finish(state, prepared, settings, terminal);
    if (outcome === null)
        return stopped(terminal);
    if (settings.apply)
        await applyOutcome(outcome, prepared);
    await tell(outcome, prepared, settings, terminal);
    return codeOf(outcome);
}
/** Trains only where a winner still has to be simplified. */
async function finish(state, prepared, settings, terminal) {
    const { verdict } = state;
    if (verdict?.kind === 'reached' && !verdict.minimal && !settings.asFound) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const watcher = report_addDisposableResource(env_1, await watch(prepared, terminal), false);
            return await simplify(prepared, settings, terminal, watcher);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            report_disposeResources(env_1);
        }
    }
    const lease = await prepared.study.take();
    return await keepOutcome(state, prepared).finally(() => lease.release());
}

;// CONCATENATED MODULE: ./src/report/status-text.ts




/** The studies of this machine, as given; `now` in milliseconds since the epoch. */
function statusText(studies, home, now) {
    if (studies.length === 0)
        return `No studies in ${home} yet. The first one begins with: run train.py\n`;
    const rows = studies.map(({ name, script, target, best, trials, budget, state, bytes, active }) => [
        safeLine(name, 40),
        safeLine(state, 20),
        target === null ? '–' : best === null ? '–' : formatAgainst(best, target.value, target.metric),
        target === null ? '–' : describeTarget({ ...target, metric: safeLine(target.metric, 20) }),
        `${trials}${budget === null ? '' : `/${budget}`}`,
        formatBytes(bytes),
        active === null ? 'never' : ago((now - active) / 1000),
        safeLine(script, 60),
    ]);
    const total = studies.reduce((sum, { bytes }) => sum + bytes, 0);
    const table = columns([['study', 'state', 'best', 'target', 'trials', 'size', 'active', 'script'], ...rows], '');
    return `${[...table, '', `${formatBytes(total)} in ${home}`].join('\n')}\n`;
}
/** One unit is enough. */
function ago(seconds) {
    if (seconds < 5)
        return 'now';
    return `${formatSeconds(seconds).split(' ').slice(0, 2).join(' ')} ago`;
}

;// CONCATENATED MODULE: ./src/commands/status.ts






/** `status`: one line a study. */
async function status_status(settings, terminal) {
    const studies = await Promise.all((await listStudies(settings.home)).map(studyLine));
    terminal.out(settings.json ? `${JSON.stringify(studies, null, 2)}\n` : statusText(studies, settings.home, Date.now()));
    return exitCodes.done;
}
/** How a study stands, in one line. */
async function studyLine({ folder, record, problem, holder }) {
    const events = problem === null ? await journalOf(folder).read() : [];
    const { goal, trials, verdict } = fold(events);
    const scores = goal === null ? [] : standingsOf(trials, goal).flatMap((standing) => ('score' in standing ? [standing.score] : []));
    return {
        name: folder.id,
        script: record?.script ?? '?',
        target: goal?.target ?? null,
        best: goal === null || scores.length === 0
            ? null
            : scores.reduce((a, b) => (oriented(a, goal.target) >= oriented(b, goal.target) ? a : b)),
        trials: searchedTrials({ trials }),
        budget: goal?.budget.trials ?? null,
        state: problem !== null ? 'damaged' : holder !== null ? 'running' : (verdict?.kind ?? 'stopped'),
        bytes: await sizeOnDisk(folder.root),
        active: events.at(-1)?.at ?? (0,external_node_fs_.statSync)(folder.root).mtimeMs,
    };
}

;// CONCATENATED MODULE: ./src/commands/verbs.ts








/** Every verb by its name. */
const verbs = {
    pull: pull,
    detect: detect,
    plan: plan,
    train: train,
    tweak: tweak,
    report: report,
    run: run_run,
    status: status_status,
    doctor: doctor,
    prune: prune,
};

;// CONCATENATED MODULE: ./src/github/event.ts



/** Reads the event of the run from the files and variables of GitHub's runner; `null` outside of one. */
async function readEvent(env) {
    const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '', GITHUB_REPOSITORY: repository = '' } = env;
    if (name === '' || path === '')
        return null;
    const decoded = decodeJson(payloadDecoder, await (0,promises_namespaceObject.readFile)(path, 'utf8').catch(() => '{}'));
    if (!decoded.ok) {
        throw new UserError('machine', 'event', `The event of this run cannot be read: ${decoded.problem}.`, {
            place: { file: path },
        });
    }
    return event_eventOf(name, decoded.value, repository);
}
/** What the event says about `--since`, as one more origin of settings. */
function eventReading({ name, since }, base) {
    return { given: [{ name: 'since', texts: since, origin: 'action', where: `the event ${name}`, base }], problems: [] };
}
/**
 * Code of a fork may do what it likes on the machine that trains it, and a self-hosted machine is still there
 * the day after: https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions
 */
function refuseForeign({ foreign, name }) {
    if (!foreign)
        return;
    throw new UserError('refused', 'fork', `This run (${name}) would train code of a fork: whoever wrote it could do anything on this machine.`, { help: 'Review the change and push it to a branch of this repository; that run trains it.' });
}
const repo = optional({ full_name: decode_text() });
const payload = {
    before: decode_text(100),
    deleted: truth,
    created: truth,
    commits: list(fields({ id: decode_text(100) }), 10_000),
    pull_request: fields({
        base: fields({ sha: decode_text(100) }),
        head: fields({ sha: decode_text(100), ref: decode_text(500), repo: nullable(repo) }),
    }),
};
const payloadDecoder = optional(payload);
function event_eventOf(name, event, repository) {
    const { pull_request: pull } = event;
    const origin = pull?.head.repo?.full_name ?? null;
    const foreign = pull !== undefined && origin?.toLowerCase() !== repository.toLowerCase();
    if (pull !== undefined) {
        const head = { commit: pull.head.sha, branch: pull.head.ref };
        return { name, since: [pull.base.sha, 'everything'], foreign, head };
    }
    return { name, since: name === 'push' ? sincePush(event) : ['everything'], foreign, head: null };
}
/**
 * A push tells what its branch was before: after a force push that commit is in no branch any more, but GitHub
 * still gives it away for a while. A new branch was nothing before: what is new then are its own commits.
 */
function sincePush({ before = '', deleted = false, commits }) {
    if (deleted)
        return ['HEAD'];
    const isNew = /^0*$/.test(before);
    const [first] = commits ?? [];
    if (isNew && commits?.length === 0)
        return ['HEAD'];
    return [...(isNew ? [] : [before]), ...(first === undefined ? [] : [`${first.id}^`]), 'everything'];
}

;// CONCATENATED MODULE: ./src/github/step.ts
async function openStep() {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(838)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3838));
    return {
        output: (name, value) => {
            core.setOutput(name, value);
        },
        remember: (name, value) => {
            core.saveState(name, value);
        },
        recall: (name) => core.getState(name),
        annotate: ({ level, message, ...place }) => {
            core[level](message, place);
        },
        summarise: async (markdown) => {
            // Outside a runner (a person tries the action by hand) there is no page to write on.
            if (process.env.GITHUB_STEP_SUMMARY !== undefined)
                await core.summary.addRaw(markdown, true).write();
        },
    };
}

;// CONCATENATED MODULE: ./src/github/workflow-run.ts
/** Reads the variables of GitHub's runner; `null` outside of one. */
function workflowRun(env, event) {
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const commit = event?.head?.commit ?? env.GITHUB_SHA ?? '';
    if (owner === '' || repo === '' || commit === '')
        return null;
    const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const ref = env.GITHUB_REF ?? '';
    const pushed = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
    return {
        owner,
        repo,
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        serverUrl,
        commit,
        branch: event?.head?.branch ?? pushed,
        url: `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    };
}

;// CONCATENATED MODULE: ./src/report/annotation.ts


/** GitHub cuts annotations at 4,096 characters, without a word. */
const annotation_most = 4000;
/** What went wrong, at its place in the user's files. `workspace` is absolute; places in it are shown relative to it. */
function annotationOf(thrown, workspace) {
    if (!(thrown instanceof UserError)) {
        return { level: 'error', title: 'A bug in Retune', message: cut(safeText(describeError(thrown)), annotation_most) };
    }
    const { message, help, place, kind } = thrown;
    const text = cut(safeText(help === undefined ? message : `${message}\n→ ${help}`), annotation_most);
    return { level: 'error', title: titles[kind], message: text, ...placed(place, workspace) };
}
const titles = {
    mistake: 'Retune: something has to be corrected',
    refused: 'Retune refuses',
    machine: 'Retune: the machine prevents it',
};
function placed(place, workspace) {
    if (place === undefined)
        return {};
    const { file, line, column } = place;
    const inside = file.startsWith(`${workspace}/`) ? file.slice(workspace.length + 1) : file;
    // A file outside the repository cannot be annotated: GitHub would drop the note as a whole.
    if (inside.startsWith('/'))
        return {};
    return {
        file: inside,
        ...(line === undefined ? {} : { startLine: line }),
        // GitHub places a column only with a line.
        ...(line === undefined || column === undefined ? {} : { startColumn: column + 1 }),
    };
}

;// CONCATENATED MODULE: ./src/settings/commands.ts
/** Every command, in the order in which help lists them. Help, dispatch and documents read this table. */
const commands = [
    {
        name: 'run',
        summary: 'Everything in one go: train, tune to the target, report',
        does: 'Trains the script as it is. While its metric misses the target, edits the hyper-parameters in a copy of ' +
            'the script, trains again, and confirms the winner with repeated runs. Your files stay as they are ' +
            'unless you say --apply. Stopped? The same command goes on where it was.',
        scripts: 'one',
        examples: [
            ['run train.py', 'tune until the accuracy is 80 %'],
            ['run train.py --target 0.97 --trials 40', 'a higher target, more tries'],
            ['run train.py --metric rmse --target 2.5', 'another metric; smaller is better'],
            ['run train.py -- --epochs 5', 'arguments for the script itself'],
        ],
    },
    {
        name: 'plan',
        summary: 'Show what run would do, without training anything',
        does: 'Reads the script and shows what it trains, the environment it needs, its metric and target, and every ' +
            'hyper-parameter that would be tuned, with its range. Costs nothing and changes nothing.',
        scripts: 'one',
        examples: [
            ['plan train.py', 'look before you spend'],
            ['plan train.py --keep batch_size', 'leave one value alone'],
        ],
    },
    {
        name: 'pull',
        summary: 'Tell which training scripts a push changed',
        does: 'Compares the commit that is checked out with an earlier one and lists the scripts that train a model and ' +
            'changed, themselves or in a module of the same repository that they import. Named scripts narrow the list.',
        scripts: 'any',
        examples: [
            ['pull', 'what the last commit changed'],
            ['pull --since main --json', 'what a branch changed, for other programs'],
        ],
    },
    {
        name: 'detect',
        summary: 'Tell what scripts train: framework, metric, hyper-parameters',
        does: 'The same look as plan, for any number of files, made for other programs with --json.',
        scripts: 'some',
        examples: [
            ['detect train.py', 'for reading'],
            ['detect --json models/*.py', 'one JSON array, one item a file'],
        ],
    },
    {
        name: 'train',
        summary: 'Train the script once, as it is, and read its metric',
        does: 'Makes the environment, trains the script unchanged, reads its metric and compares it with the target. ' +
            'This one run is the baseline of every later search.',
        scripts: 'one',
        examples: [['train train.py --target 0.9', 'is it good enough already?']],
    },
    {
        name: 'tweak',
        summary: 'Search for hyper-parameters that reach the target',
        does: 'Edits hyper-parameters in a copy of the script and trains it again, until a result that reaches the ' +
            'target is confirmed or the budget is spent. Trains the baseline first where there is none yet.',
        scripts: 'one',
        examples: [
            ['tweak train.py --time 30m', 'with half an hour at most'],
            ['tweak train.py --tune units --tune learning_rate', 'only these two'],
        ],
    },
    {
        name: 'report',
        summary: 'Show how a study ended: before, after, the diff',
        does: 'Prints the outcome of the study of a script. Changes that a confirmed winner does not need are undone first, ' +
            'with complete runs, unless that was done before. With --apply it writes the winner into your script.',
        scripts: 'one',
        examples: [
            ['report train.py', 'the outcome and the diff'],
            ['report train.py --apply', 'put the winning values into train.py'],
        ],
    },
    {
        name: 'status',
        summary: 'List the studies kept on this machine',
        does: 'One line for every study: script, target, best so far, trials, state, size, last activity.',
        scripts: 'none',
        examples: [['status', 'what is running, what has ended']],
    },
    {
        name: 'doctor',
        summary: 'Check that this machine has what is needed',
        does: 'Looks for a usable Python, for uv, for free disk space and a writable home, and says how to get what lacks.',
        scripts: 'none',
        examples: [['doctor', 'the first thing to run when something is odd']],
    },
    {
        name: 'prune',
        summary: 'Free disk space: remove old studies and environments',
        does: 'Removes studies that were not used for 30 days, and environments that no study needs. Never a running one.',
        scripts: 'none',
        examples: [
            ['prune', 'what was not used for 30 days'],
            ['prune --older-than 7d', 'one week'],
            ['prune --all', 'everything that nobody uses right now'],
        ],
    },
];
/** The command of that name, if there is one. */
function commandNamed(name) {
    return commands.find((command) => command.name === name);
}

;// CONCATENATED MODULE: ./src/settings/nearest.ts
/** The known word closest to a mistyped one, or `undefined` when none is close enough to be meant. */
function nearest(word, known) {
    const meant = word.toLowerCase();
    const ranked = known
        .map((name) => ({ name, distance: nearest_distance(meant, name.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance);
    const [best] = ranked;
    if (best !== undefined && best.distance <= Math.max(1, Math.floor(Math.max(meant.length, best.name.length) / 3))) {
        return best.name;
    }
    return known.find((name) => meant.length >= 3 && (name.startsWith(meant) || name.split('-').includes(meant)));
}
/** `Did you mean x?`, or nothing. */
function didYouMean(word, known, prefix = '') {
    const name = nearest(word, known);
    return name === undefined ? '' : `, did you mean ${prefix}${name}?`;
}
/** Levenshtein's distance, where swapping two neighbours counts as one slip (Damerau). */
function nearest_distance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
    const at = (i, j) => rows[i]?.[j] ?? 0;
    for (let i = 1; i <= a.length; i++) {
        rows.push([i]);
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1), swapped ? at(i - 2, j - 2) + 1 : Infinity));
        }
    }
    return at(a.length, b.length);
}

;// CONCATENATED MODULE: ./src/settings/duration.ts

const units = { s: 1, m: 60, h: 3600, d: 86400 };
/** Seconds from `90s`, `30m`, `2h`, `1h30m`, `1.5h`, `2d`. A bare number has no unit, and is asked for one. */
function parseDuration(text) {
    const tight = text.replace(/\s+/g, '').toLowerCase();
    if (/^\d+(\.\d+)?$/.test(tight)) {
        return problem(`expected a time with its unit, got "${text}": did you mean ${tight}s, ${tight}m or ${tight}h?`);
    }
    if (!/^(\d+(\.\d+)?[smhd])+$/.test(tight))
        return problem(`expected a time like 90s, 30m or 2h, got "${text}"`);
    let seconds = 0;
    for (const [, amount, unit = ''] of tight.matchAll(/([\d.]+)([smhd])/g))
        seconds += Number(amount) * (units[unit] ?? 0);
    return seconds > 0 ? parsed_value(seconds) : problem(`expected a time longer than nothing, got "${text}"`);
}

;// CONCATENATED MODULE: ./src/settings/parsers.ts

/** Exactly one text. */
function one(parse) {
    return {
        shape: 'value',
        parse: ([text = '', ...more], absolute) => more.length === 0
            ? parse(text, absolute)
            : problem(`expected one value, got ${more.length + 1}: ${[text, ...more].join(', ')}`),
    };
}
/** Every text by itself; the first that is wrong speaks. */
function parsers_list(parse) {
    return {
        shape: 'list',
        parse: (texts, absolute) => {
            const values = [];
            for (const text of texts) {
                const read = parse(text, absolute);
                if (!read.ok)
                    return read;
                values.push(read.value);
            }
            return parsed_value(values);
        },
    };
}
const onOrOff = {
    shape: 'switch',
    parse: ([text = '']) => text === 'true' || text === 'false' ? parsed_value(text === 'true') : problem(`expected true or false, got "${text}"`),
};
function wholeNumber(low, high) {
    return one((text) => {
        const read = /^\d+$/.test(text) ? Number(text) : NaN;
        return read >= low && read <= high
            ? parsed_value(read)
            : problem(`expected a whole number from ${low} to ${high}, got "${text}"`);
    });
}
function parsers_choice(...words) {
    return one((text) => {
        const word = words.find((known) => known === text);
        return word === undefined ? problem(`expected ${words.join(' or ')}, got "${text}"`) : parsed_value(word);
    });
}
const direction = one((text) => {
    const word = text.toLowerCase();
    if (/^max(imi[sz]e)?$/.test(word))
        return parsed_value('maximise');
    if (/^min(imi[sz]e)?$/.test(word))
        return parsed_value('minimise');
    return problem(`expected max or min, got "${text}"`);
});
/** Any text but an empty one. */
function word(text) {
    return text.trim() === '' ? problem('expected a value, got an empty one') : parsed_value(text.trim());
}
/** Any text, an empty one too. */
function parsers_text(given) {
    return parsed_value(given);
}
function path(text, absolute) {
    return text.trim() === '' ? problem('expected a path, got an empty one') : parsed_value(absolute(text.trim()));
}
/** A name that is looked up on PATH, or a path. */
function program(text, absolute) {
    return text.includes('/') ? path(text, absolute) : word(text);
}
/** `HOST[:INSIDE]`. */
function dataMount(text, absolute) {
    const [host = '', inside, ...more] = text.split(':');
    if (host === '' || inside === '' || more.length > 0) {
        return problem(`expected a folder or file as HOST or HOST:INSIDE, got "${text}"`);
    }
    return parsed_value({ host: absolute(host), inside: inside ?? null });
}

;// CONCATENATED MODULE: ./src/settings/setting.ts
/** Headings of help and documents, in order. */
const groups = {
    script: 'The script',
    goal: 'The goal',
    budget: 'The budget',
    changes: 'What may change',
    environment: 'Where it runs',
    output: 'What happens with the result',
    disk: 'What is removed',
};
/** A row of the table; what is usual need not be said. */
function setting(key, parser, name, group, commands, rest) {
    const read = (texts, draft, absolute) => {
        const parsed = parser.parse(texts, absolute);
        if (!parsed.ok)
            return parsed.problem;
        draft[key] = parsed.value;
        return null;
    };
    const usual = { placeholder: '', flag: 'flag', input: true, file: true };
    return { key, name, group, commands, shape: parser.shape, read, ...usual, ...rest };
}

;// CONCATENATED MODULE: ./src/settings/table.ts




/** Commands about one study. What sets a study apart has to be said to all of them, or they would not find it. */
const studies = ['run', 'plan', 'train', 'tweak', 'report'];
const table_readers = [...studies, 'detect'];
const table_trainers = ['run', 'plan', 'train', 'tweak'];
const searches = ['run', 'plan', 'tweak'];
const everywhere = [...table_readers, 'pull', 'status', 'doctor', 'prune'];
const homeless = ['detect', 'pull'];
/** Every setting, in the order in which help and documents show them. */
const table = [
    setting('scripts', parsers_list(word), 'script', 'script', [...table_readers, 'pull'], {
        placeholder: 'SCRIPT',
        shown: 'none, a script has to be named',
        help: 'The training script.',
        flag: 'scripts',
    }),
    setting('arguments', parsers_list(parsers_text), 'arguments', 'script', studies, {
        placeholder: 'ARGUMENT',
        shown: 'none',
        help: 'Arguments for the script itself; on the command line, everything after --.',
        flag: 'rest',
    }),
    setting('since', parsers_list(word), 'since', 'script', ['pull'], {
        placeholder: 'COMMIT',
        shown: 'what the push says, else the commit before',
        help: 'The commit to compare with, the first of several that is there; everything lists all training scripts.',
        file: false,
    }),
    setting('directory', one(path), 'directory', 'script', studies, {
        placeholder: 'DIR',
        shown: "the script's own folder",
        help: 'The working directory in which the script runs.',
    }),
    setting('data', parsers_list(dataMount), 'data', 'script', studies, {
        placeholder: 'HOST[:INSIDE]',
        shown: 'none',
        help: 'Data outside the repository, and the path at which the script looks for it. It is only read.',
    }),
    setting('target', one(parseTarget), 'target', 'goal', studies, {
        placeholder: 'VALUE',
        shown: '0.80 for accuracy; any other metric is only reported',
        help: 'The value to reach. For accuracy, 0.8, 80 and "80 %" mean the same.',
    }),
    setting('metric', one(word), 'metric', 'goal', studies, {
        placeholder: 'NAME',
        shown: "the script's own",
        help: 'The metric that counts: accuracy, f1, r2, rmse, or the word the script prints before a number.',
    }),
    setting('direction', direction, 'direction', 'goal', studies, {
        placeholder: 'max|min',
        shown: 'known from the name of the metric',
        help: 'Whether more or less is better. Needed only for a metric that Retune does not know by name.',
    }),
    setting('trainMetric', onOrOff, 'train-metric', 'goal', studies, {
        shown: 'off',
        help: 'Let a metric on the training data count. It says little about new data.',
    }),
    setting('trials', wholeNumber(1, 10_000), 'trials', 'budget', searches, {
        placeholder: 'N',
        shown: '20',
        help: 'How many sets of values to try at most. More than before goes on with the same search.',
    }),
    setting('time', one(parseDuration), 'time', 'budget', searches, {
        placeholder: 'TIME',
        shown: 'no limit',
        help: 'How long the search may take in all: 90s, 30m, 2h.',
    }),
    setting('trialTime', one(parseDuration), 'trial-time', 'budget', table_trainers, {
        placeholder: 'TIME',
        shown: 'learnt from the first run',
        help: 'How long one training may take.',
    }),
    setting('repeats', wholeNumber(1, 100), 'repeats', 'budget', searches, {
        placeholder: 'N',
        shown: '3',
        help: 'How many complete runs have to prove a winner at least; a close call takes more.',
    }),
    setting('seed', wholeNumber(0, 2 ** 32 - 1), 'seed', 'budget', searches, {
        placeholder: 'N',
        shown: '0',
        help: "The seed of the search: the same seed tries the same values. The script's own seeds stay as they are.",
    }),
    setting('tune', parsers_list(word), 'tune', 'changes', studies, {
        placeholder: 'NAME',
        shown: 'everything that was found',
        help: 'Tune only this hyper-parameter, by the name or id that plan shows.',
    }),
    setting('keep', parsers_list(word), 'keep', 'changes', studies, {
        placeholder: 'NAME',
        shown: 'none',
        help: 'Leave this hyper-parameter as it is.',
    }),
    setting('runner', parsers_choice('local'), 'runner', 'environment', table_trainers, {
        placeholder: 'local',
        shown: 'local',
        help: 'What executes the training: local is this machine.',
    }),
    setting('python', one(program), 'python', 'environment', [...studies, 'doctor'], {
        placeholder: 'PATH',
        shown: 'the best one on PATH',
        help: 'The Python to use, 3.9 or newer.',
    }),
    setting('pytorch', parsers_choice('cpu', 'default'), 'pytorch', 'environment', studies, {
        placeholder: 'cpu|default',
        shown: 'cpu',
        help: 'Where PyTorch comes from: the small CPU packages, or whatever your package index has (PyPI: CUDA, 5 GB).',
    }),
    setting('home', one(path), 'home', 'environment', everywhere.filter((name) => !homeless.includes(name)), {
        placeholder: 'DIR',
        shown: '$RETUNE_HOME, else ~/.retune',
        help: 'Where studies and environments are kept.',
        file: false,
    }),
    setting('cache', parsers_choice('github', 'none'), 'cache', 'environment', studies, {
        placeholder: 'github|none',
        shown: 'github',
        help: "As an action: keep studies in GitHub's cache as well, so that another machine can go on with them.",
        flag: 'none',
    }),
    setting('fresh', onOrOff, 'fresh', 'output', table_trainers, {
        shown: 'off',
        help: 'Start again instead of going on with the study.',
        file: false,
    }),
    setting('asFound', onOrOff, 'as-found', 'output', ['run', 'report'], {
        shown: 'off',
        help: 'Keep the changes as the search found them. Without it, those that the target does not need are undone.',
    }),
    setting('apply', onOrOff, 'apply', 'output', ['run', 'tweak', 'report'], {
        shown: 'off',
        help: 'Write the winning values into your script.',
        input: false,
        file: false,
    }),
    setting('pullRequest', parsers_choice('open', 'none'), 'pull-request', 'output', ['run', 'report'], {
        placeholder: 'open|none',
        shown: 'open',
        help: 'As an action: open a pull request with the edits that reach the target, or leave it at the summary.',
        flag: 'none',
    }),
    setting('token', one(word), 'token', 'output', ['pull', 'run', 'report'], {
        placeholder: 'TOKEN',
        shown: "the job's own",
        help: "What GitHub's API and git are asked with. A token of an app makes the checks of the pull request run.",
        flag: 'none',
        file: false,
        preset: '${{ github.token }}',
    }),
    setting('failBelowTarget', onOrOff, 'fail-below-target', 'output', ['run', 'tweak', 'report'], {
        shown: 'off',
        help: 'Fail the step when the target is not reached. (The command line says it by exit code 3.)',
        flag: 'none',
    }),
    setting('json', onOrOff, 'json', 'output', everywhere, {
        shown: 'off',
        help: 'Print one JSON document instead of text.',
        input: false,
        file: false,
    }),
    setting('olderThan', one(parseDuration), 'older-than', 'disk', ['prune'], {
        placeholder: 'TIME',
        shown: '30d',
        help: 'Remove studies that were not used for this long: 7d, 12h.',
        input: false,
        file: false,
    }),
    setting('all', onOrOff, 'all', 'disk', ['prune'], {
        shown: 'off',
        help: 'Remove everything that nobody uses right now.',
        input: false,
        file: false,
    }),
];

;// CONCATENATED MODULE: ./src/settings/words.ts
/** Splits a line of arguments as a shell would, quotes and backslashes included; nothing is expanded. */
function splitWords(line) {
    const word = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+/gs;
    return [...line.matchAll(word)].map(([written]) => unquote(written));
}
function unquote(written) {
    return written.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs, (_, double, single, one) => double === undefined ? (single ?? one ?? '') : double.replace(/\\(["\\$`])/g, '$1'));
}

;// CONCATENATED MODULE: ./src/settings/from-action.ts




/** Reads the action's inputs from the environment that it is given; `directory` is the workspace. */
function readAction(env, directory) {
    const verb = inputOf(env, 'command') || 'run';
    const command = commandNamed(verb)?.name ?? null;
    const names = commands.map(({ name }) => name);
    const given = table
        .filter(({ input }) => input)
        .flatMap((setting) => {
        const text = inputOf(env, setting.name);
        const { name } = setting;
        if (text === '')
            return [];
        return [{ name, texts: textsOf(setting, text), origin: 'action', where: `input ${name}`, base: directory }];
    });
    const problems = command === null ? [{ sentence: `input command: unknown command "${verb}"${didYouMean(verb, names)}` }] : [];
    return { command, reading: { given, problems } };
}
function inputOf(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/** A list stands one item a line; arguments as in a shell. */
function textsOf({ shape, flag }, text) {
    if (flag === 'rest')
        return splitWords(text);
    if (shape !== 'list')
        return [text];
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./src/settings/from-file.ts






const from_file_name = (0,external_node_path_.join)('.github', 'retune.yml');
/** Reads the nearest `.github/retune.yml`, from the directory upwards but not out of its repository. */
function readSettingsFile(directory) {
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const file = (0,external_node_path_.join)(folder, from_file_name);
        if ((0,external_node_fs_.existsSync)(file))
            return settingsIn((0,external_node_fs_.readFileSync)(file, 'utf8'), (0,external_node_path_.relative)(directory, file), folder);
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')) || (0,external_node_path_.dirname)(folder) === folder)
            return { given: [], problems: [] };
    }
}
/** Reads the text of a settings file; relative paths in it start from `base`, the repository's root. */
function settingsIn(text, file, base) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines });
    const problemAt = (offset, sentence) => {
        const line = lines.linePos(offset ?? 0).line;
        return { sentence: `${file}:${line}: ${sentence}`, place: { file, line } };
    };
    if (document.errors.length > 0) {
        return { given: [], problems: document.errors.map((error) => problemAt(error.pos[0], firstLine(error.message))) };
    }
    if (document.contents === null)
        return { given: [], problems: [] };
    if (!(0,dist/* isMap */.jh)(document.contents)) {
        const sentence = 'expected settings as "name: value", one a line';
        return { given: [], problems: [problemAt(document.contents.range[0], sentence)] };
    }
    const read = document.contents.items.map((pair) => {
        const key = String(pair.key);
        const offset = pair.key.range[0];
        const setting = table.find((known) => known.file && known.name === key);
        if (setting === undefined)
            return problemAt(offset, unknownKey(key));
        const texts = from_file_textsOf(setting, pair);
        if (typeof texts === 'string')
            return problemAt(offset, `${key}: ${texts}`);
        const line = lines.linePos(offset).line;
        return { name: key, texts, origin: 'file', where: `${file}:${line}: ${key}`, base, place: { file, line } };
    });
    return {
        given: read.filter((item) => 'texts' in item),
        problems: read.filter((item) => 'sentence' in item),
    };
}
/** The key's texts, or what is wrong with their type. */
function from_file_textsOf(setting, { value }) {
    if ((0,dist/* isSeq */.oP)(value)) {
        if (setting.shape !== 'list')
            return 'expected one value, got a list';
        const items = value.items.map((item) => ((0,dist/* isScalar */.jn)(item) ? written(item) : null));
        return items.some((item) => item === null)
            ? 'expected a list of plain values'
            : items.filter((item) => item !== null);
    }
    if (!(0,dist/* isScalar */.jn)(value))
        return value === null ? 'has no value' : 'expected a plain value, got a section';
    const text = written(value);
    if (text === null)
        return 'has no value';
    return setting.flag === 'rest' ? splitWords(text) : [text];
}
/** As it stands in the file: `007` and `1e-3` must not be turned into numbers and back. */
function written({ value, source }) {
    if (typeof value === 'string')
        return value;
    return value === null ? null : (source ?? '').toLowerCase();
}
function unknownKey(key) {
    const setting = table.find((known) => known.name === key);
    if (setting !== undefined)
        return `${key} cannot be set in a file; use the flag --${key}`;
    const names = table.filter(({ file }) => file).map((known) => known.name);
    return `unknown setting "${key}"${didYouMean(key, names)}`;
}
function firstLine(message) {
    return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}

;// CONCATENATED MODULE: ./src/settings/settings.ts
/** What holds when nobody says otherwise. The table's `shown` says the same in words. */
const settings_defaults = {
    scripts: [],
    arguments: [],
    since: [],
    pullRequest: 'open',
    token: null,
    metric: null,
    direction: null,
    target: null,
    trials: 20,
    time: null,
    trialTime: null,
    repeats: 3,
    seed: 0,
    tune: [],
    keep: [],
    trainMetric: false,
    data: [],
    directory: null,
    runner: 'local',
    python: null,
    pytorch: 'cpu',
    home: '~/.retune',
    cache: 'github',
    fresh: false,
    asFound: false,
    apply: false,
    json: false,
    failBelowTarget: false,
    olderThan: 30 * 24 * 60 * 60,
    all: false,
};

;// CONCATENATED MODULE: ./src/settings/resolve.ts







/** Later ones win. */
const precedence = ['default', 'file', 'action', 'command line'];
/** Puts readings together, the command line over the action over the file over the defaults; or tells all problems. */
function resolveSettings(command, readings, surroundings) {
    const draft = { ...settings_defaults, home: resolve_homeOf(surroundings) };
    const winners = new Map();
    const problems = readings.flatMap((reading) => reading.problems);
    for (const given of resolve_inOrder(readings)) {
        const setting = table.find(({ name }) => name === given.name);
        const wrong = setting?.read(given.texts, draft, absolutePath(given, surroundings)) ?? null;
        if (wrong === null)
            winners.set(given.name, given);
        else
            problems.push({ ...resolve_placeOf(given), sentence: `${given.where}: ${wrong}` });
    }
    const script = winners.get('script');
    if (script !== undefined)
        draft.scripts = draft.scripts.map((path) => fromHere(path, script, surroundings));
    const metric = draft.metric === null ? undefined : metricNamed(draft.metric);
    if (metric !== undefined)
        draft.metric = metric.name;
    problems.push(...wrongScripts(command, draft, script), ...wrongGoal(draft, winners));
    if (command === null || problems.length > 0)
        throw asError(problems);
    const origins = Object.fromEntries([...winners].map(([name, { where }]) => [name, where]));
    return { command, settings: freeze(draft), origins };
}
function resolve_homeOf({ directory, home, retuneHome }) {
    return retuneHome === undefined || retuneHome === ''
        ? (0,external_node_path_.resolve)(home, settings_defaults.home.slice('~/'.length))
        : (0,external_node_path_.resolve)(directory, retuneHome);
}
function resolve_inOrder(readings) {
    const all = readings.flatMap(({ given }) => given);
    return precedence.flatMap((origin) => all.filter((given) => given.origin === origin));
}
function absolutePath({ base }, { home }) {
    // A shell expands ~ only where a word begins with it: neither in --home=~/x nor in a file.
    return (path) => (path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)(home, path.slice(1)) : (0,external_node_path_.resolve)(base, path));
}
function fromHere(path, { base }, { directory }) {
    return base === directory ? path : (0,external_node_path_.relative)(directory, (0,external_node_path_.resolve)(base, path));
}
function wrongScripts(command, { scripts }, given) {
    const allowed = command === null ? undefined : commandNamed(command)?.scripts;
    if (command === null || allowed === undefined)
        return [];
    if (allowed === 'none') {
        return given?.origin === 'command line'
            ? [{ sentence: `${command} takes no script, got ${scripts.join(', ')}` }]
            : [];
    }
    if (allowed === 'any')
        return [];
    if (scripts.length === 0) {
        return [{ sentence: `${command} needs a script`, help: `name it, such as: ${command} train.py` }];
    }
    if (allowed === 'some' || scripts.length === 1)
        return [];
    const sentence = `${command} takes one script, got ${scripts.length}: ${scripts.join(', ')}`;
    return [{ ...resolve_placeOf(given), sentence, help: 'arguments for the script go after --' }];
}
/** Metric, direction and target have to make sense together. */
function wrongGoal({ metric, direction, target }, winners) {
    if (metric === null)
        return [];
    const at = (name) => resolve_placeOf(winners.get(name));
    const known = metricNamed(metric);
    const problems = [];
    if (known === undefined && direction === null) {
        const sentence = `${winners.get('metric')?.where ?? 'metric'}: it is not known whether more or less ${metric} is better`;
        problems.push({ ...at('metric'), sentence, help: 'say --direction max or --direction min' });
    }
    if (known !== undefined && direction !== null && direction !== known.direction) {
        const sentence = `${winners.get('direction')?.where ?? 'direction'}: ${metric} is a metric to ${known.direction}`;
        problems.push({ ...at('direction'), sentence });
    }
    const meant = target === null ? null : resolveTarget(target, metric);
    if (meant?.ok === false) {
        problems.push({ ...at('target'), sentence: `${winners.get('target')?.where ?? 'target'}: ${meant.problem}` });
    }
    return problems;
}
function resolve_placeOf(given) {
    return given?.place === undefined ? {} : { place: given.place };
}
function asError(problems) {
    const helps = [...new Set(problems.flatMap(({ help }) => help ?? []))];
    const help = helps.length === 0 ? undefined : helps.join('\n  → ');
    const [first] = problems;
    if (problems.length === 1 && first !== undefined)
        return new UserError('mistake', 'settings', first.sentence, { help });
    const lines = problems.map(({ sentence }) => `  - ${sentence}`);
    return new UserError('mistake', 'settings', [`${problems.length} problems:`, ...lines].join('\n'), { help });
}
function freeze(draft) {
    for (const value of Object.values(draft))
        if (Array.isArray(value))
            Object.freeze(value);
    return Object.freeze(draft);
}

;// CONCATENATED MODULE: ./src/action.ts












const logWidth = 120;
/** The action's step: inputs in, one verb, outputs and the step's result out. */
async function action() {
    const interruption = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            interruption.abort();
        });
    }
    const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
    // One stream: the runner does not keep the order between two. What scripts and tools say must stay text to it.
    const print = (text) => void process.stdout.write(withoutCommands(text));
    const step = await openStep();
    try {
        const asked = readAction(process.env, workspace);
        const surroundings = { directory: workspace, home: (0,external_node_os_.homedir)(), retuneHome: process.env.RETUNE_HOME };
        const event = await readEvent(process.env);
        const told = event === null ? [] : [eventReading(event, workspace)];
        const readings = [readSettingsFile(workspace), ...told, asked.reading];
        const { command, settings } = resolveSettings(asked.command, readings, surroundings);
        if (event !== null)
            refuseForeign(event);
        const facts = [];
        const note = (fact) => {
            facts.push(fact);
            handOn(fact, step);
        };
        const log = { out: print, err: print, note, live: false, colour: true, columns: logWidth };
        const code = await verbs[command](settings, { ...log, interrupted: interruption.signal });
        await conclude(facts, { command, code, settings, run: workflowRun(process.env, event) }, step);
        process.exitCode = code === exitCodes.belowTarget && !settings.failBelowTarget ? exitCodes.done : code;
    }
    catch (thrown) {
        step.annotate(annotationOf(thrown, workspace));
        process.exitCode = exitCodeOf(thrown);
    }
}

;// CONCATENATED MODULE: ./src/settings/from-command-line.ts




/** Reads `process.argv.slice(2)`; what is wrong is listed, not thrown, so that all of it is told at once. */
function readCommandLine(argv, directory) {
    const end = argv.indexOf('--');
    const rest = end < 0 ? null : argv.slice(end + 1);
    const { flags, words } = tokens(end < 0 ? argv : argv.slice(0, end));
    const [verb, ...names] = words[0] === 'help' ? words.slice(1) : words;
    const command = verb === undefined ? undefined : commandNamed(verb)?.name;
    const asked = (name) => flags.some((flag) => flag.name === name);
    if (asked('version'))
        return { kind: 'version' };
    if (asked('help') || words[0] === 'help' || argv.length === 0)
        return { kind: 'help', about: command ?? null };
    const read = flagsOf(flags, command ?? null, directory);
    const named = (name, texts, where) => texts.length === 0 ? [] : [{ name, texts, origin: 'command line', where, base: directory }];
    const given = [...read.given, ...named('script', names, 'script'), ...named('arguments', rest ?? [], '--')];
    const problems = [...(command === undefined ? [unknownCommand(verb)] : []), ...read.problems];
    return { kind: 'command', command: command ?? null, reading: { given, problems } };
}
const flagged = table.filter(({ flag }) => flag === 'flag');
function tokens(args) {
    const parsed = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: {
            help: { type: 'boolean', short: 'h' },
            version: { type: 'boolean' },
            ...Object.fromEntries(flagged.map(({ name, shape }) => [name, { type: shape === 'switch' ? 'boolean' : 'string' }])),
        },
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    return {
        flags: parsed.tokens.flatMap((token) => token.kind === 'option'
            ? [{ name: token.name, written: token.rawName, value: token.value, inline: token.inlineValue === true }]
            : []),
        words: parsed.tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    };
}
function flagsOf(flags, command, base) {
    const texts = new Map();
    const problems = [];
    for (const flag of flags) {
        const setting = flagged.find(({ name }) => name === flag.name);
        const wrong = setting === undefined ? unknownFlag(flag) : wrongUse(flag, setting, command);
        if (wrong !== null)
            problems.push(wrong);
        else if (setting !== undefined)
            texts.set(setting, [...(texts.get(setting) ?? []), flag.value ?? 'true']);
    }
    const given = [...texts].map(([{ name }, values]) => ({
        name,
        texts: values,
        origin: 'command line',
        where: `--${name}`,
        base,
    }));
    return { given, problems };
}
function wrongUse({ value, inline, written }, setting, command) {
    if (command !== null && !setting.commands.includes(command)) {
        return {
            sentence: `${written} says nothing to ${command}; it belongs to ${setting.commands.join(', ')}`,
        };
    }
    // Without strict mode parseArgs takes the next flag as the value: `--trials --fresh`.
    const lacks = value === undefined || (!inline && /^--?[a-z]/i.test(value));
    if (setting.shape !== 'switch' && lacks)
        return { sentence: `${written} needs a value: ${written} ${setting.placeholder}` };
    return null;
}
function unknownFlag({ written, name }) {
    const known = [...flagged.map((setting) => setting.name), 'help', 'version'];
    return {
        sentence: `unknown flag ${written}${didYouMean(name, known, '--')}`,
        help: `if ${written} is meant for the script, put it after --`,
    };
}
function unknownCommand(verb) {
    if (verb === undefined)
        return { sentence: 'no command given', help: 'see --help for the list of commands' };
    if (/\.(py|ipynb)$/.test(verb)) {
        return { sentence: `"${verb}" is a script, not a command`, help: `say what to do with it, such as: run ${verb}` };
    }
    const names = commands.map(({ name }) => name);
    return {
        sentence: `unknown command "${verb}"${didYouMean(verb, names)}`,
        help: `the commands are ${names.join(', ')}`,
    };
}

;// CONCATENATED MODULE: ./src/settings/help.ts



const width = 80;
/** What `--help` prints. `call` is how this very program was called, such as `node dist/cli.js`. */
function generalHelp(call) {
    const [run] = commands;
    return sections(help_fold('Retune tunes an unmodified Python training script until its metric reaches your target.'), `Usage: ${call} COMMAND SCRIPT [flags] [-- the script's own arguments]`, help_heading('Start here', examples(call, run)), help_heading('Commands', commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`)), help_heading('More', [
        `  ${call} COMMAND --help   the flags of a command`,
        `  ${call} --version`,
        ...help_fold('Most flags can also stand in .github/retune.yml, as "name: value"; docs/settings.md has them all.', '  '),
    ]), help_heading('Exit codes', [
        '  0  done, or the target is reached     3  target not reached, best kept',
        '  1  a bug in Retune                    4  refused, with the reason',
        '  2  a mistake in settings or script    5  the machine prevents it',
    ]));
}
/** What `COMMAND --help` prints. */
function commandHelp(name, call) {
    const command = commandNamed(name);
    if (command === undefined)
        return generalHelp(call);
    const files = { none: '', one: ' SCRIPT', some: ' SCRIPT...', any: ' [SCRIPT...]' }[command.scripts];
    const settings = table.filter(({ commands }) => commands.includes(name));
    const rest = settings.some(({ flag }) => flag === 'rest') ? " [-- the script's own arguments]" : '';
    const flags = settings.filter(({ flag }) => flag === 'flag');
    return sections(`Usage: ${call} ${name}${files} [flags]${rest}`, help_fold(command.does), help_heading('Examples', examples(call, command)), ...Object.entries(groups).map(([group, title]) => help_heading(title, flags.filter((setting) => setting.group === group).flatMap((setting) => describeFlag(setting)))), '  --help shows this text.');
}
function describeFlag({ name, placeholder, shape, help, shown }) {
    const flag = `  --${name}${placeholder === '' ? '' : ` ${placeholder}`}`;
    const more = shape === 'list' ? ' May be repeated.' : '';
    const standard = shape === 'switch' || shown === 'none' ? '' : ` Default: ${shown}.`;
    const [first = '', ...lines] = help_fold(`${help}${more}${standard}`, ' '.repeat(25));
    return flag.length < 24 ? [flag.padEnd(25) + first.trimStart(), ...lines] : [flag, first, ...lines];
}
/** The explanations beside the commands when all of them fit there, else each above its own. */
function examples(call, command) {
    const lines = command.examples.map(([line, meaning]) => ({ start: `  ${call} ${line}`, meaning }));
    const column = Math.max(...lines.map(({ start }) => start.length));
    const beside = lines.map(({ start, meaning }) => `${start.padEnd(column)}   # ${meaning}`);
    return beside.every((line) => line.length <= width)
        ? beside
        : lines.flatMap(({ start, meaning }) => [`  # ${meaning}`, start]);
}
function help_heading(title, lines) {
    return lines.length === 0 ? [] : [`${title}:`, ...lines];
}
/** Blank lines between what is not empty. */
function sections(...parts) {
    const texts = parts.map((part) => (typeof part === 'string' ? part : part.join('\n')));
    return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
/** Words in lines that are not wider than a terminal. */
function help_fold(text, indent = '', limit = width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? indent + word : `${line} ${word}`;
        if (longer.length > limit && line !== '') {
            lines.push(line);
            line = indent + word;
        }
        else
            line = longer;
    }
    return line === '' ? lines : [...lines, line];
}

;// CONCATENATED MODULE: ./src/settings/version.ts
/** The same as in `package.json`; a test compares them. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./src/cli.ts








const call = 'node dist/cli.js';
/** The command line: settings in, one verb, an exit code out. */
async function cli() {
    const interruption = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            interruption.abort();
        });
    }
    try {
        process.exitCode = await answer(process.argv.slice(2), interruption.signal);
    }
    catch (thrown) {
        process.stderr.write(`${describeError(thrown)}\n`);
        process.exitCode = exitCodeOf(thrown);
    }
}
async function answer(argv, interrupted) {
    const directory = process.cwd();
    const asked = readCommandLine(argv, directory);
    const out = (text) => void process.stdout.write(text);
    switch (asked.kind) {
        case 'help':
            out(asked.about === null ? generalHelp(call) : commandHelp(asked.about, call));
            return 0;
        case 'version':
            out(`${version}\n`);
            return 0;
        case 'command': {
            const surroundings = { directory, home: (0,external_node_os_.homedir)(), retuneHome: process.env.RETUNE_HOME };
            const { command, settings } = resolveSettings(asked.command, [readSettingsFile(directory), asked.reading], surroundings);
            const live = process.stderr.isTTY && process.env.CI === undefined;
            const colour = process.stderr.isTTY && process.env.NO_COLOR === undefined;
            const err = (text) => void process.stderr.write(text);
            const columns = process.stderr.columns;
            return await verbs[command](settings, { out, err, note: () => undefined, live, colour, columns, interrupted });
        }
    }
}

;// CONCATENATED MODULE: ./src/report/left-study-markdown.ts



/** How a study stands whose step ended before its time, for the step's page. */
function leftStudyMarkdown({ name, script, target, best, trials, budget }) {
    const reached = best === null || target === null ? 'none yet' : formatAgainst(best, target.value, target.metric);
    return [
        `## ⏸️ ${words(`Stopped: ${script}`)}`,
        '',
        'The step ended before the study did. Everything so far is kept; run the job again, and it goes on from here.',
        '',
        '| | |',
        '|---|---|',
        `| study | ${inlineCode(name)} |`,
        `| trials | ${trials < 0 ? 0 : trials}${budget === null ? '' : ` of ${budget}`} |`,
        ...(target === null ? [] : [`| target | ${words(describeTarget(target))} |`]),
        `| best | ${words(reached)} |`,
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/commands/leave.ts






/**
 * What is left to do when a step is over: the study is kept where another machine finds it, and one that did not come
 * to its end is told on the step's page. Its lease is not touched: a dead holder's is taken by the next command, a
 * living one's is not ours to take.
 */
async function leave(step) {
    const study = step.recall(remembered.study);
    if (study === '')
        return;
    const home = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(step.recall(remembered.folder)));
    const entry = (await listStudies(home)).find(({ folder }) => folder.id === study);
    if (entry?.holder !== null)
        return;
    if (step.recall(remembered.ended) === '')
        await step.summarise(leftStudyMarkdown(await studyLine(entry)));
    await keepElsewhere(entry, step);
}
async function keepElsewhere({ folder, record }, step) {
    const level = secondLevel(step.recall(remembered.cache) === 'none' ? 'none' : 'github');
    if (level === null || record === null)
        return;
    const saved = await level.save(folder, { whole: true });
    const title = "Retune: GitHub's cache";
    if (saved.kind === 'failed') {
        const message = `The study is not kept in the cache: ${saved.why}. It is whole on this machine; another one could not go on with it.`;
        step.annotate({ level: 'warning', title, message });
    }
    else if (saved.kind === 'saved' && saved.leftOut.length > 0) {
        const message = `The study is kept in the cache without ${count(saved.leftOut.length, 'file')} of its models: they are too large.`;
        step.annotate({ level: 'notice', title, message });
    }
}

;// CONCATENATED MODULE: ./src/post.ts



/**
 * The action's post step: runs also after a cancel or a crash of the main step. It never fails the job:
 * what it could not do is told as a warning.
 */
async function post() {
    const step = await openStep();
    try {
        await leave(step);
    }
    catch (thrown) {
        step.annotate({ ...annotationOf(thrown, process.env.GITHUB_WORKSPACE ?? process.cwd()), level: 'warning' });
    }
}

;// CONCATENATED MODULE: ./src/index.ts
/** What the launchers in `dist` call; one bundle, one function an entry. */




var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
