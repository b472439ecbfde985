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
    "/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item per filed site, by site code. */
        get: operations["Body_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bodies/{siteCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Body_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 证书查询: a POST, because names and document numbers do not belong into an address. */
        post: operations["Certificate_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the QR code on a certificate points to. */
        get: operations["Certificate_verifyToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates by level; cells under 5 are not shown. */
        get: operations["Certificate_statistics"];
        put?: never;
        post?: never;
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
        ScopeLineView: {
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description Edition of the 大典: 1999, 2015 or 2022. */
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; `--` when the occupation has none. */
            specialty: string;
            /** @description For example `三级/高级工`. */
            level: string;
        };
        BodyView: {
            agencyName: string;
            /** @description 13 characters: the first of every number this site issues. */
            siteCode: string;
            siteName: string;
            /** @description GB/T 2260 prefecture or a system key. */
            regionCode: string;
            regionName: string;
            scope: components["schemas"]["ScopeLineView"][];
            /** @description YYYY-MM-DD, China. */
            filedOn: string;
            /** @description YYYY-MM-DD, inclusive. */
            validUntil: string;
        };
        BodyPage: {
            items: components["schemas"]["BodyView"][];
            next?: string;
        };
        InquiryDto: {
            name?: string;
            /** @description 证件号码 */
            documentNumber?: string;
            /** @description 证书编号, 22 characters. */
            certificateNumber?: string;
        };
        WordingView: {
            zh: string;
            en: string;
        };
        VerifiedCertificateView: {
            /** @description Says nothing of its holder. */
            certificateId: string;
            /** @description 22 characters; the serial is masked when only a QR code was shown. */
            certificateNumber: string;
            maskedName: string;
            maskedDocument: string;
            occupationName: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; `--` when the occupation has none. */
            specialty: string;
            /** @description For example `三级/高级工`. */
            level: string;
            agencyName: string;
            /** @description YYYY-MM-DD, China. */
            issuedOn: string;
            /** @description 1, and one more with each correction or reissue. */
            version: number;
            /** @enum {string} */
            status: "valid" | "revoked" | "cancelled" | "replaced";
            /** @description YYYY-MM-DD since when it is not valid. */
            statusOn?: string;
            /** @description Class of the reason. */
            statusReason?: string;
            /** @description The issuing site was filed for this occupation, 工种 and level on the day of issue. */
            bodyFiledOnIssueDate: boolean;
        };
        ReasonView: {
            zh: string;
            en: string;
            /** @description Stable. */
            code: string;
        };
        IssuingSiteView: {
            agencyName: string;
            siteCode: string;
            siteName: string;
            regionCode: string;
            regionName: string;
        };
        AskAtView: {
            zh: string;
            en: string;
            /** @description A public host name; absent when only the issuing body can answer. */
            host?: string;
        };
        OtherSchemeView: {
            zh: string;
            en: string;
            /** @description `vocational-qualification-16`, `shanghai-13`, `rsn-20` … */
            scheme: string;
            askAt: components["schemas"]["AskAtView"];
        };
        AnswerView: {
            /** @description VALID, REVOKED, CANCELLED, REPLACED, MISMATCH, NOT_FOUND, OTHER_SCHEME or COULD_NOT_CHECK. */
            verdict: string;
            text: components["schemas"]["WordingView"];
            advice: components["schemas"]["WordingView"];
            /** @description RFC 3339. */
            checkedAt: string;
            /** @description RFC 3339: when the newest fact known here was recorded. Absent before the first. */
            dataAsOf?: string;
            /**
             * @description `stale` while newer facts cannot arrive.
             * @enum {string}
             */
            source: "live" | "stale";
            /** @description Newest first. */
            certificates: components["schemas"]["VerifiedCertificateView"][];
            /** @description Why a legitimate certificate may not be found; with NOT_FOUND only. */
            reasons: components["schemas"]["ReasonView"][];
            /** @description The filed site that the asked number names; with NOT_FOUND only. */
            issuingSite?: components["schemas"]["IssuingSiteView"];
            /** @description With OTHER_SCHEME only. */
            otherScheme?: components["schemas"]["OtherSchemeView"];
        };
        LevelCountView: {
            /** @enum {string} */
            level: "1" | "2" | "3" | "4" | "5";
            display: string;
            /** @description A number, or `<5`. */
            count: Record<string, never>;
        };
        StatisticsView: {
            /** @description A number; `<5`; or `≥96` when a level is not shown. */
            total: Record<string, never>;
            /** @description Lowest level first. */
            levels: components["schemas"]["LevelCountView"][];
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
    Body_list: {
        parameters: {
            query: {
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
                    "application/json": components["schemas"]["BodyPage"];
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
    Body_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteCode: string;
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
                    "application/json": components["schemas"]["BodyView"];
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
    Certificate_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InquiryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerView"];
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
    Certificate_verifyToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["AnswerView"];
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
    Certificate_statistics: {
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
                    "application/json": components["schemas"]["StatisticsView"];
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
