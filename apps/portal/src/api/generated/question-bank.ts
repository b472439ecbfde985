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
    "/element-tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ElementTable_list"];
        put?: never;
        /** 导入理论知识鉴定要素细目表 (`.xls` or `.xlsx`, field `file`): starts a draft. */
        post: operations["ElementTable_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/element-tables/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ElementTable_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/element-tables/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审定: a second person's; the table approved before for the same subject retires. */
        post: operations["ElementTable_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/element-tables/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入试题 (`.xls` or `.xlsx`, field `file`): good rows go in, the others come back with their rules. */
        post: operations["Item_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/item-imports/{id}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workbook as it came, with a last column that tells what was wrong or repaired in each row. */
        get: operations["Item_marked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/element-tables/{id}/blueprint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Blueprint_get"];
        put: operations["Blueprint_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Paper_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Paper_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders/{planId}/assemble": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 组卷; may be repeated until the paper is sealed. */
        post: operations["Paper_assemble"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders/{planId}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 封存, by another person than the assembler; nobody reads the paper through this API. */
        post: operations["Paper_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders/{planId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启封 from the exam day on, by two persons: the first call asks, the second person's call releases. */
        post: operations["Paper_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paper-orders/{planId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The released paper, items and answers, marked with who opened it. */
        get: operations["Paper_content"];
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
        ElementRangeView: {
            /** @description Codes from level one down: `A-B-C`. */
            path: string;
            name: string;
            /** @description 鉴定比重, out of 100. */
            weight: number;
            /** @description X:Y:Z. */
            ratio: string;
        };
        ElementPointView: {
            path: string;
            name: string;
            /** @enum {string} */
            importance: "Y" | "X" | "Z";
            page: string;
        };
        CellRepairView: {
            /** @description `G15` */
            cell: string;
            from: string;
            to: string;
        };
        WarningView: {
            rule: string;
            zh: string;
            en: string;
        };
        ElementTableView: {
            ranges: components["schemas"]["ElementRangeView"][];
            points: components["schemas"]["ElementPointView"][];
            repairs: components["schemas"]["CellRepairView"][];
            warnings: components["schemas"]["WarningView"][];
            id: string;
            /** @enum {string} */
            state: "draft" | "approved" | "retired";
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; '' when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "1" | "2" | "3" | "4" | "5";
            /** @description 鉴定方式. */
            method: string;
            pointCount: number;
            /** @description RFC 3339. */
            importedAt: string;
            approvedAt?: string;
            retiredAt?: string;
        };
        ElementTableHeadView: {
            id: string;
            /** @enum {string} */
            state: "draft" | "approved" | "retired";
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; '' when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "1" | "2" | "3" | "4" | "5";
            /** @description 鉴定方式. */
            method: string;
            pointCount: number;
            /** @description RFC 3339. */
            importedAt: string;
            approvedAt?: string;
            retiredAt?: string;
        };
        ElementTablePage: {
            items: components["schemas"]["ElementTableHeadView"][];
            next?: string;
        };
        RowCountsView: {
            accepted: number;
            repaired: number;
            unmatched: number;
            refused: number;
        };
        RowRepairView: {
            /** @description Header of the column. */
            column: string;
            from: string;
            to: string;
        };
        RowRuleView: {
            rule: string;
            zh: string;
            en: string;
        };
        ItemRowView: {
            /** @description Excel's row number; the header is row 1. */
            row: number;
            /** @enum {string} */
            outcome: "refused" | "repaired" | "accepted" | "unmatched";
            /**
             * @description How the 鉴定点 was found; absent when the row did not go in.
             * @enum {string}
             */
            match?: "exact-path" | "leaf-name" | "contains";
            repairs: components["schemas"]["RowRepairView"][];
            rules: components["schemas"]["RowRuleView"][];
        };
        ItemImportView: {
            /** @description For `GET /item-imports/{id}/marked`. */
            id: string;
            counts: components["schemas"]["RowCountsView"];
            /** @description Rows with something to tell: all but those accepted by their exact path. */
            rows: components["schemas"]["ItemRowView"][];
        };
        BlueprintSectionDto: {
            /**
             * @description 单选题, 多选题 or 判断题; each at most once.
             * @enum {string}
             */
            type: "single" | "multiple" | "judgement";
            /** @description 题量. */
            count: number;
            /** @description 每题分值, in whole or half points. */
            pointsEach: number;
        };
        BlueprintDto: {
            /** @description At least 90. */
            durationMinutes: number;
            /** @description In the order of the paper; 100 points in all. */
            sections: components["schemas"]["BlueprintSectionDto"][];
        };
        BlueprintView: {
            /** @description At least 90. */
            durationMinutes: number;
            /** @description In the order of the paper; 100 points in all. */
            sections: components["schemas"]["BlueprintSectionDto"][];
            elementTableId: string;
            /** @description RFC 3339. */
            setAt: string;
        };
        PaperOrderView: {
            planId: string;
            /** @enum {string} */
            state: "sealed" | "ordered" | "assembled" | "released";
            occupationCode: string;
            occupationName: string;
            /** @description 工种; '' when the occupation has none. */
            specialty: string;
            /** @enum {string} */
            levelDigit: "1" | "2" | "3" | "4" | "5";
            /** @description YYYY-MM-DD */
            examOn: string;
            /** @description New with each assembly. */
            paperId?: string;
            elementTableId?: string;
            itemCount?: number;
            /** @description Items by section, 鉴定范围, importance and difficulty. */
            composition?: Record<string, never>;
            /** @description RFC 3339. */
            assembledAt?: string;
            sealedAt?: string;
            /** @description Lower-case hex, once sealed. */
            contentSha256?: string;
            /** @description 启封: asked by the first person, done by the second. */
            releaseAskedAt?: string;
            releasedAt?: string;
        };
        PaperOrderPage: {
            items: components["schemas"]["PaperOrderView"][];
            next?: string;
        };
        AssembleDto: {
            /** @description Draws the same paper from the same bank again; chosen at random when absent. */
            seed?: string;
        };
        SealDto: {
            /**
             * Format: uuid
             * @description The paper the reviewer looked at; refused when it was assembled anew since.
             */
            paperId?: string;
        };
        ReleasedPaperView: {
            planId: string;
            openedBy: string;
            /** @description RFC 3339. */
            openedAt: string;
            paper: Record<string, never>;
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
    ElementTable_list: {
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
                    "application/json": components["schemas"]["ElementTablePage"];
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
    ElementTable_import: {
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
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ElementTableView"];
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
    ElementTable_get: {
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
                    "application/json": components["schemas"]["ElementTableView"];
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
    ElementTable_approve: {
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
                    "application/json": components["schemas"]["ElementTableView"];
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
    Item_import: {
        parameters: {
            query?: never;
            header: {
                /** @description 1–128 printable characters, new for each creation */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemImportView"];
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
    Item_marked: {
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
                    "application/vnd.ms-excel": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    Blueprint_get: {
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
                    "application/json": components["schemas"]["BlueprintView"];
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
    Blueprint_set: {
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
                "application/json": components["schemas"]["BlueprintDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintView"];
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
    Paper_list: {
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
                    "application/json": components["schemas"]["PaperOrderPage"];
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
    Paper_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
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
                    "application/json": components["schemas"]["PaperOrderView"];
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
    Paper_assemble: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssembleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOrderView"];
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
    Paper_seal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperOrderView"];
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
    Paper_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
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
                    "application/json": components["schemas"]["PaperOrderView"];
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
    Paper_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
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
                    "application/json": components["schemas"]["ReleasedPaperView"];
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
