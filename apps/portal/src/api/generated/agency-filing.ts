export interface paths {
    "/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Operations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Operations_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest first; a row appears here half a second after it was committed. */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Filing_list"];
        put?: never;
        /** 初次备案: starts a draft. */
        post: operations["Filing_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Filing_get"];
        put: operations["Filing_revise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Filing_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Filing_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}/city-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Filing_cityReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}/province-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Filing_provinceReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filings/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备案赋码, after publicity. */
        post: operations["Filing_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ReplayDeadLettersDto: Record<string, never>;
        AuditLookView: {
            at: string;
            persons: string[];
            requestId?: string;
            address?: string;
        };
        AuditRowView: {
            /** @description Place in the chain, counted from 1. */
            position: number;
            id: string;
            sha256: string;
            at: string;
            /** @enum {string} */
            kind: "change" | "look" | "export" | "sign-in" | "refusal";
            action: string;
            actor: string;
            organisationId: string;
            jurisdiction: string;
            roles: string[];
            object: string;
            persons: string[];
            /** @enum {string} */
            outcome: "done" | "refused";
            rule?: string;
            requestId?: string;
            address?: string;
            /** @description The single looks, when the row keeps several of strangers. */
            looks?: components["schemas"]["AuditLookView"][];
        };
        AuditHeadView: {
            position: number;
            sha256: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditRowView"][];
            /** @description Value of `before` for the next page. */
            next?: number;
            /** @description Where the chain ends now: note it elsewhere, and rows cut off later are noticed. */
            head?: components["schemas"]["AuditHeadView"];
        };
        FilingSiteDto: {
            /** @description Chosen by the agency, unique within the filing: `main`, `s2`. */
            siteId: string;
            name: string;
            /** @description GB/T 2260 prefecture, for example `230100`, or a system key. */
            regionCode: string;
            address: string;
        };
        FilingScopeLineDto: {
            siteId: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "5" | "4" | "3" | "2" | "1";
        };
        FilingContentDto: {
            /** @description As registered; printed on every certificate. */
            agencyName: string;
            /** @description 统一社会信用代码. */
            creditCode: string;
            /** @enum {string} */
            kind: "employer" | "social-organisation" | "technical-school";
            /** @description Who supervises: GB/T 2260 prefecture or a system key. */
            jurisdiction: string;
            /** @description 公开咨询电话: of an office, shown to anyone who asks about a certificate of this body. */
            publicPhone?: string;
            /** @description Where to ask in person; public as well. */
            publicAddress?: string;
            sites: components["schemas"]["FilingSiteDto"][];
            scope: components["schemas"]["FilingScopeLineDto"][];
        };
        FilingSiteView: {
            /** @description Chosen by the agency, unique within the filing: `main`, `s2`. */
            siteId: string;
            name: string;
            /** @description GB/T 2260 prefecture, for example `230100`, or a system key. */
            regionCode: string;
            address: string;
            /** @description 13 characters, once filed. */
            siteCode?: string;
        };
        FilingScopeLineView: {
            siteId: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "5" | "4" | "3" | "2" | "1";
            occupationName: string;
            occupationEdition: string;
        };
        FilingStepView: {
            at: string;
            /** @enum {string} */
            from: "refused" | "draft" | "submitted" | "correction-required" | "city-passed" | "in-publicity" | "filed" | "withdrawn";
            /** @enum {string} */
            to: "refused" | "draft" | "submitted" | "correction-required" | "city-passed" | "in-publicity" | "filed" | "withdrawn";
            opinion: string;
        };
        FilingView: {
            id: string;
            organisationId: string;
            agencyName: string;
            creditCode: string;
            /** @enum {string} */
            kind: "employer" | "technical-school" | "social-organisation";
            jurisdiction: string;
            publicPhone?: string;
            publicAddress?: string;
            /**
             * @description One of the filing states.
             * @enum {string}
             */
            state: "refused" | "draft" | "submitted" | "correction-required" | "city-passed" | "in-publicity" | "filed" | "withdrawn";
            sites: components["schemas"]["FilingSiteView"][];
            scope: components["schemas"]["FilingScopeLineView"][];
            history: components["schemas"]["FilingStepView"][];
            publicityUntil?: string;
            filedOn?: string;
            validUntil?: string;
        };
        FilingPage: {
            items: components["schemas"]["FilingView"][];
            next?: string;
        };
        ReviewDto: {
            /** @enum {string} */
            decision: "pass" | "return" | "refuse";
            opinion: string;
        };
        Problem: {
            /** @description stable: `urn:jiangzheng:problem:<code>` */
            type: string;
            title: string;
            titles: {
                "zh-CN": string;
                en: string;
            };
            status: number;
            /** @description the request, for an administrator */
            instance: string;
            errors?: {
                /** @description JSON pointer or cell */
                field: string;
                rule: string;
                zh: string;
                en: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Operations_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Operations_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeadLettersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query: {
                /** @description `sub` of the person who acted. */
                actor?: string;
                /** @description `plan/<id>` */
                object?: string;
                /** @description Who was shown: `candidate/<id>`, `certificate/<id>`. */
                person?: string;
                kind?: "change" | "look" | "export" | "sign-in" | "refusal";
                /** @description Position of the last row of the page before. */
                before?: number;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPage"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description 1–128 printable characters, new for each creation */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingContentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_revise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingContentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_cityReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_provinceReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Filing_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingView"];
                };
            };
            /** @description 问题说明 problem document (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
