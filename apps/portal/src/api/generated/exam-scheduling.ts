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
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests of the own organisation, or of the own jurisdiction. */
        get: operations["Export_list"];
        put?: never;
        /** Counts the rows: few are ready at once, more wait for a second person, too many are refused. */
        post: operations["Export_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By a second person of the asker's side. */
        post: operations["Export_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By a second person of the asker's side, with the reason. */
        post: operations["Export_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For the asker alone, a few times, until the request expires; made from the rows as they are now. */
        get: operations["Export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Plan_list"];
        put?: never;
        /** 考前计划: starts a draft. */
        post: operations["Plan_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Plan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Plan_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Plan_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Plan_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 考生信息 in 33 columns: good rows go in, bad rows come back. */
        post: operations["Candidate_importRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/roster-imports/{importId}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The uploaded workbook with the column 错误原因 at the right end. */
        get: operations["Candidate_marked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Candidate_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编排考场与准考证号, once and for all candidates. */
        post: operations["Seat_seat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登分 by 准考证号: good rows go in, bad rows come back. */
        put: operations["Score_enter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/scores/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核 by a second person. */
        post: operations["Score_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示. */
        post: operations["Report_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上报, after publicity. */
        post: operations["Report_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示: the lists that are public today, newest first. */
        get: operations["Report_running"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publicity/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public list of passed persons while publicity runs. */
        get: operations["Report_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 认定公告: approved plans, next exam day first. */
        get: operations["Announcement_list"];
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
        AskExportDto: {
            /** @description Which rows, as the kind wants it: `{"planId": "…"}`. */
            filter: {
                [key: string]: string;
            };
            /** @description What to export; docs/operations/exports.md lists the kinds of each service. */
            kind: string;
            /** @enum {string} */
            format: "xlsx" | "pdf";
            /**
             * @description Whole document numbers, always with approval.
             * @default false
             */
            fullDocuments: boolean;
            /** @description What the file is for; stands on every page of it. */
            purpose: string;
        };
        ExportView: {
            filter: {
                [key: string]: string;
            };
            /** @enum {string} */
            format: "xlsx" | "pdf";
            /** @enum {string} */
            state: "prepared" | "ready" | "awaiting-approval" | "refused" | "expired";
            id: string;
            kind: string;
            fullDocuments: boolean;
            purpose: string;
            /** @description Rows when it was asked for. */
            rows: number;
            downloads: number;
            downloadsMax: number;
            organisationId: string;
            jurisdiction: string;
            /** @description `sub` of who asked. */
            askedBy: string;
            askedAt: string;
            /** @description Until then a decision is taken, or the file fetched. */
            expiresAt: string;
            decidedBy?: string;
            decidedAt?: string;
            refusalReason?: string;
        };
        ExportPage: {
            items: components["schemas"]["ExportView"][];
            next?: string;
        };
        RefuseExportDto: {
            reason: string;
        };
        RoomDto: {
            name: string;
            seats: number;
        };
        PlanContentDto: {
            /** @description 13 characters, as filed. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "5" | "4" | "3" | "2" | "1";
            /** @description `YYYY-MM-DD` in China. */
            examOn: string;
            /** @description Room names are unique within the plan. */
            rooms: components["schemas"]["RoomDto"][];
        };
        PlanStepView: {
            at: string;
            /** @enum {string} */
            from: "refused" | "draft" | "submitted" | "in-publicity" | "approved" | "cancelled" | "verified" | "seated" | "reported" | "scored" | "audited";
            /** @enum {string} */
            to: "refused" | "draft" | "submitted" | "in-publicity" | "approved" | "cancelled" | "verified" | "seated" | "reported" | "scored" | "audited";
            opinion: string;
        };
        PlanPaperView: {
            paperId: string;
            /** @description Lower-case hex. */
            contentSha256: string;
            itemCount: number;
            sealedAt: string;
        };
        PlanRollView: {
            rollId: string;
            reportedOn: string;
            /** @description Reported after the working days allowed for it. */
            late: boolean;
            rows: number;
            parts: number;
        };
        PlanView: {
            /** @description 13 characters, as filed. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            levelDigit: "5" | "4" | "3" | "2" | "1";
            /** @description `YYYY-MM-DD` in China. */
            examOn: string;
            /** @description Room names are unique within the plan. */
            rooms: components["schemas"]["RoomDto"][];
            id: string;
            organisationId: string;
            agencyName: string;
            filingId: string;
            jurisdiction: string;
            occupationEdition: string;
            occupationName: string;
            /** @enum {string} */
            state: "refused" | "draft" | "submitted" | "in-publicity" | "approved" | "cancelled" | "verified" | "seated" | "reported" | "scored" | "audited";
            history: components["schemas"]["PlanStepView"][];
            /** @description Registered so far. */
            candidates: number;
            paper?: components["schemas"]["PlanPaperView"];
            /** @description From which the order of seats follows. */
            seatingSeed?: string;
            publicityFrom?: string;
            /** @description Last day of publicity. */
            publicityUntil?: string;
            roll?: components["schemas"]["PlanRollView"];
        };
        PlanPage: {
            items: components["schemas"]["PlanView"][];
            next?: string;
        };
        PlanReviewDto: {
            /** @enum {string} */
            decision: "pass" | "return" | "refuse";
            opinion: string;
        };
        RosterTotalsView: {
            rows: number;
            accepted: number;
            "accepted-repaired": number;
            refused: number;
            /** @description Rows that went in for a person who was on the roster before. */
            replaced: number;
        };
        RosterFaultView: {
            /** @description Name of the column. */
            field: string;
            rule: string;
            zh: string;
            en: string;
        };
        RosterRowView: {
            /** @description As Excel numbers rows; the header is row 1. */
            row: number;
            /** @enum {string} */
            verdict: "refused" | "accepted" | "accepted-repaired";
            /** @description Columns whose text was changed to go in. */
            repaired: string[];
            faults: components["schemas"]["RosterFaultView"][];
        };
        RosterImportView: {
            importId: string;
            totals: components["schemas"]["RosterTotalsView"];
            rows: components["schemas"]["RosterRowView"][];
        };
        CandidateView: {
            id: string;
            /** @enum {string} */
            state: "refused" | "registered" | "seated" | "reported" | "certified";
            /** @description Masked unless the reader belongs to the agency. */
            name: string;
            documentMasked: string;
            /** @description 准考证号 */
            admissionNumber?: string;
            room?: string;
            seat?: number;
            /** @description 0–100 */
            theoryPoints?: number;
            /** @description 0–100 */
            skillPoints?: number;
            theoryAbsent?: boolean;
            skillAbsent?: boolean;
            /**
             * @description Absent until something was entered.
             * @enum {string}
             */
            result?: "PASS" | "FAIL" | "INCOMPLETE";
            certificateNumber?: string;
            refusalRule?: string;
        };
        CandidatePage: {
            items: components["schemas"]["CandidateView"][];
            next?: string;
        };
        SeatingView: {
            planId: string;
            /** @description 32 hex digits: the order of seats can be repeated from it. */
            seed: string;
            /** @description Candidates who got a seat and an admission number. */
            seated: number;
        };
        ScoreRowDto: {
            admissionNumber: string;
            /** @description Whole number 0–100; null when there is none (yet). */
            theoryPoints: number | null;
            /** @description Whole number 0–100; null when there is none (yet). */
            skillPoints: number | null;
            theoryAbsent: boolean;
            skillAbsent: boolean;
        };
        ScoresDto: {
            rows: components["schemas"]["ScoreRowDto"][];
        };
        ScoreResultView: {
            admissionNumber: string;
            /** @enum {string} */
            result: "PASS" | "FAIL" | "INCOMPLETE";
        };
        ScoreFaultView: {
            field: string;
            rule: string;
            zh: string;
            en: string;
        };
        RefusedScoreView: {
            /** @description Place in the request, from 0. */
            index: number;
            admissionNumber: string;
            faults: components["schemas"]["ScoreFaultView"][];
        };
        EnteredScoresView: {
            accepted: components["schemas"]["ScoreResultView"][];
            refused: components["schemas"]["RefusedScoreView"][];
        };
        PlanStateView: {
            planId: string;
            /** @enum {string} */
            state: "refused" | "draft" | "submitted" | "in-publicity" | "approved" | "cancelled" | "verified" | "seated" | "reported" | "scored" | "audited";
        };
        PublicityStartedView: {
            planId: string;
            state: string;
            publicityFrom: string;
            /** @description Last day of publicity; the report may follow on the next day. */
            publicityUntil: string;
        };
        ReportedView: {
            planId: string;
            state: string;
            rollId: string;
            reportedOn: string;
            /** @description Reported after the working days allowed for it. */
            late: boolean;
            /** @description Passed persons. */
            rows: number;
            parts: number;
        };
        RunningPublicityView: {
            planId: string;
            agencyName: string;
            siteCode: string;
            regionCode: string;
            regionName: string;
            occupationCode: string;
            occupationName: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            levelDigit: string;
            /** @description As certificates print it: `三级/高级工`. */
            level: string;
            examOn: string;
            publicityFrom: string;
            /** @description Last day of publicity: five working days after the first, which is not counted. */
            publicityUntil: string;
            /** @description Persons on the list. */
            persons: number;
        };
        RunningPublicityPage: {
            items: components["schemas"]["RunningPublicityView"][];
            next?: string;
        };
        PublicPersonView: {
            nameMasked: string;
            documentMasked: string;
            /** @enum {string} */
            result: "PASS";
        };
        PublicityView: {
            planId: string;
            agencyName: string;
            occupationCode: string;
            occupationName: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            levelDigit: string;
            /** @description As certificates print it: `三级/高级工`. */
            level: string;
            examOn: string;
            publicityFrom: string;
            /** @description Last day of publicity. */
            publicityUntil: string;
            items: components["schemas"]["PublicPersonView"][];
            next?: string;
        };
        AnnouncementView: {
            planId: string;
            agencyName: string;
            siteCode: string;
            regionCode: string;
            regionName: string;
            occupationCode: string;
            /** @description Edition of the 大典. */
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; `--` when the occupation has none. */
            specialty: string;
            levelDigit: string;
            /** @description As certificates print it: `三级/高级工`. */
            level: string;
            /** @description YYYY-MM-DD, China. */
            examOn: string;
        };
        AnnouncementPage: {
            items: components["schemas"]["AnnouncementView"][];
            next?: string;
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
    Export_list: {
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
                    "application/json": components["schemas"]["ExportPage"];
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
    Export_ask: {
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
                "application/json": components["schemas"]["AskExportDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
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
    Export_get: {
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
                    "application/json": components["schemas"]["ExportView"];
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
    Export_approve: {
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
                    "application/json": components["schemas"]["ExportView"];
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
    Export_refuse: {
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
                "application/json": components["schemas"]["RefuseExportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
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
    Export_file: {
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
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
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
    Plan_list: {
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
                    "application/json": components["schemas"]["PlanPage"];
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
    Plan_draft: {
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
                "application/json": components["schemas"]["PlanContentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
    Plan_get: {
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
                    "application/json": components["schemas"]["PlanView"];
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
    Plan_submit: {
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
                    "application/json": components["schemas"]["PlanView"];
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
    Plan_cancel: {
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
                    "application/json": components["schemas"]["PlanView"];
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
    Plan_review: {
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
                "application/json": components["schemas"]["PlanReviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
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
    Candidate_importRoster: {
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
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterImportView"];
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
    Candidate_marked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                importId: string;
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
                    "application/json": string;
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
    Candidate_list: {
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
                    "application/json": components["schemas"]["CandidatePage"];
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
    Seat_seat: {
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
                    "application/json": components["schemas"]["SeatingView"];
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
    Score_enter: {
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
                "application/json": components["schemas"]["ScoresDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredScoresView"];
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
    Score_verify: {
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
                    "application/json": components["schemas"]["PlanStateView"];
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
    Report_publish: {
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
                    "application/json": components["schemas"]["PublicityStartedView"];
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
    Report_report: {
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
                    "application/json": components["schemas"]["ReportedView"];
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
    Report_running: {
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
                    "application/json": components["schemas"]["RunningPublicityPage"];
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
    Report_list: {
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
                    "application/json": components["schemas"]["PublicityView"];
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
    Announcement_list: {
        parameters: {
            query?: {
                /** @description First exam day, `YYYY-MM-DD`; today when it is left out. */
                from?: string;
                /** @description 职业编码 `d-dd-dd-dd`. */
                occupation?: string;
                level?: "5" | "4" | "3" | "2" | "1";
                /** @description GB/T 2260 prefecture or a system key. */
                region?: string;
                /** @description 13 characters. */
                siteCode?: string;
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
                    "application/json": components["schemas"]["AnnouncementPage"];
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
