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
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Person_list"];
        put?: never;
        /** Invites a person. The code in the answer is shown once: a repeat with the same key gets `idempotency/done`. */
        post: operations["Person_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the person's sessions, and the way in. */
        post: operations["Person_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Person_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** In place of the roles the person has; ends the person's sessions. */
        put: operations["Person_setRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 忘记密码或手机丢失: ends sessions, forgets password and second factor, and gives a new invitation code. */
        post: operations["Person_reset"];
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
        PersonView: {
            id: string;
            username: string;
            displayName: string;
            roles: string[];
            /**
             * @description `invited` has an open invitation and no password yet; `locked-out` has neither and needs a reset.
             * @enum {string}
             */
            state: "active" | "invited" | "locked-out" | "disabled";
            hasSecondFactor: boolean;
            createdAt: string;
            /** @description Absent without an open invitation. */
            invitationExpiresAt?: string;
        };
        PersonPage: {
            items: components["schemas"]["PersonView"][];
            /** @description Absent on the last page. */
            next?: string;
        };
        InviteDto: {
            /** @description 用户名: 2–64 of a–z, 0–9, dot, hyphen and underscore; capitals and full-width letters are brought to this form. */
            username: string;
            /** @description 姓名 */
            displayName: string;
            roles: ("agency-clerk" | "agency-reviewer" | "agency-admin" | "examiner" | "supervisor" | "item-author" | "item-reviewer" | "city-officer" | "province-officer" | "auditor" | "employer" | "candidate")[];
        };
        InvitationView: {
            person: components["schemas"]["PersonView"];
            /** @description Shown this once: only a digest of it is kept. */
            invitationCode: string;
            /** @description Where the person uses it. */
            invitationUrl: string;
            invitationExpiresAt: string;
        };
        RolesDto: {
            roles: ("agency-clerk" | "agency-reviewer" | "agency-admin" | "examiner" | "supervisor" | "item-author" | "item-reviewer" | "city-officer" | "province-officer" | "auditor" | "employer" | "candidate")[];
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
    Person_list: {
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
                    "application/json": components["schemas"]["PersonPage"];
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
    Person_invite: {
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
                "application/json": components["schemas"]["InviteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
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
    Person_disable: {
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
                    "application/json": components["schemas"]["PersonView"];
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
    Person_enable: {
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
                    "application/json": components["schemas"]["PersonView"];
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
    Person_setRoles: {
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
                "application/json": components["schemas"]["RolesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
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
    Person_reset: {
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
                    "application/json": components["schemas"]["InvitationView"];
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
