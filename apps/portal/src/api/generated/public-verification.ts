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
    "/batch-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Purposes, consent statement, and what is left of the quota. */
        get: operations["Batch_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Batch_list"];
        put?: never;
        /** The list of people and what for. Two of 姓名, 证件号码 and 证书编号 in each line; worked off in the background. */
        post: operations["Batch_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Batch_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answered lines in the order of the file, the people masked. */
        get: operations["Batch_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: `progress` with the batch as `GET /batches/:id` has it, until it is at its end. */
        get: operations["Batch_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** After the chunk that is in hand; what is answered stays answered, and charged. */
        post: operations["Batch_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Batch_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** For good; what was uploaded is deleted. */
        post: operations["Batch_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines as they came, each with its answer at the right end. */
        get: operations["Batch_workbook"];
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
    "/inquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 机构查询: whoever signs in and says what for is told which fact differs, where the public gets "not found". */
        post: operations["Certificate_inquire"];
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
    "/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Watch_list"];
        put?: never;
        /** Every certificate that two facts name, for a year. */
        post: operations["Watch_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Watch_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** None or one. */
        get: operations["Watch_listWebhooks"];
        put?: never;
        /** Sets the organisation's address, or another one in its place, with a new secret. */
        post: operations["Watch_setWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Watch_removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told, what waits, and what failed for good. */
        get: operations["Watch_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One that failed for good is tried anew, under the same id. */
        post: operations["Watch_resend"];
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
        /** One item per filed site, by site code; searched by name, region, occupation and level. */
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
    "/verify/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A certificate page (PDF), a digital credential or the text of a code, as a file of at most 5 MB: whether it is as it
         *     was issued, and what the register says of it. Nothing of it is kept.
         */
        post: operations["Document_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How old the data behind the answers is, source by source. */
        get: operations["Freshness_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/binding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Binding_current"];
        /** Proof by two facts and the code on the certificate. The same again changes nothing. */
        put: operations["Binding_bind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/binding/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除绑定: also ends every extract. */
        post: operations["Binding_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions, also those that are not valid any more. */
        get: operations["OwnCertificate_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁查过: looks of others in this service, newest first; never the address or name of a private person. */
        get: operations["OwnCertificate_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/extracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Extract_list"];
        put?: never;
        post: operations["Extract_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/extracts/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废: whoever has the link sees nothing any more. */
        post: operations["Extract_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/extracts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expired, revoked and unknown ones have the same shape, and say which. */
        get: operations["Extract_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/correction-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CorrectionRequest_list"];
        put?: never;
        post: operations["CorrectionRequest_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/occupations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 职业目录, by code: levels, 工种, how sure each is, and how many bodies are filed. */
        get: operations["Occupation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the batch: verdicts, digests and the position of the log. It names no person. */
        get: operations["Proof_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/rows/{position}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of one line of it. */
        get: operations["Proof_row"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proofs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether there is a proof of this code, and what it says. */
        get: operations["Proof_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proof-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that signs proofs, with its certificate. */
        get: operations["Proof_key"];
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
        get: operations["Statistics_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Targets of the plans beside the figures that are kept here. */
        get: operations["Statistics_planTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published numbers by day, body, occupation and level. */
        get: operations["Statistics_daily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed days, newest first. */
        get: operations["Statistics_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The checkpoint that a day's numbers are bound to, and their digest. */
        get: operations["Statistics_day"];
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
        PurposeView: {
            /** @enum {string} */
            name: "recruitment" | "staff-check" | "tender" | "subsidy" | "supervision" | "other";
            zh: string;
            en: string;
        };
        ConsentView: {
            edition: string;
            zh: string;
            en: string;
        };
        BatchTermsView: {
            purposes: components["schemas"]["PurposeView"][];
            consent: components["schemas"]["ConsentView"];
            rowsPerBatch: number;
            rowsPerDay: number;
            rowsPerMonth: number;
            usedToday: number;
            usedThisMonth: number;
            left: number;
            /** @description Days for which what is uploaded is kept. */
            factsDays: number;
        };
        VerdictCountView: {
            /** @enum {string} */
            verdict: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            zh: string;
            en: string;
            count: number;
        };
        LogPositionView: {
            /** @description Names the log. */
            origin: string;
            /** @description Leaves. */
            size: number;
            /** @description Base64. */
            root: string;
            /** @description RFC 3339: when it was read. */
            readAt: string;
        };
        BatchView: {
            /** @enum {string} */
            state: "running" | "waiting" | "stopped" | "answered" | "finished" | "cancelled";
            /** @enum {string} */
            purpose: "recruitment" | "staff-check" | "tender" | "subsidy" | "supervision" | "other";
            id: string;
            organisationId: string;
            organisationName: string;
            purposeText: string;
            consentEdition: string;
            watch: boolean;
            rows: number;
            answered: number;
            /** @description Rows that were charged to the quota: those put to the register, each once. */
            charged: number;
            /** @description In the order of the list of verdicts; those without a row are left out. */
            verdicts: components["schemas"]["VerdictCountView"][];
            /** @description Sheets that hold no list of people, by their place in the file. */
            skippedSheets: number[];
            /** @description Hex. */
            inputSha256: string;
            outputSha256?: string;
            proofCode?: string;
            logPosition?: components["schemas"]["LogPositionView"];
            /** @description RFC 3339. */
            askedAt: string;
            finishedAt?: string;
            /** @description YYYY-MM-DD: the quota is used up, it goes on then. */
            waitsUntil?: string;
            /** @description YYYY-MM-DD: last day of what was uploaded and of the workbook. */
            factsUntil: string;
            erasedAt?: string;
        };
        BatchPage: {
            items: components["schemas"]["BatchView"][];
            next?: string;
        };
        WordingView: {
            zh: string;
            en: string;
        };
        BatchRowCertificateView: {
            certificateNumber: string;
            occupationName: string;
            specialty: string;
            level: string;
            agencyName: string;
            issuedOn: string;
            status: string;
            statusOn?: string;
            bodyFiledOnIssueDate: boolean;
            /** @description Opaque. */
            certificateId: string;
        };
        BatchRowView: {
            /** @enum {string} */
            verdict: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            mismatched: ("name" | "document" | "level")[];
            position: number;
            /** @description Place of its sheet in the file, and the line there. */
            sheet: number;
            row: number;
            maskedName: string;
            maskedDocument: string;
            conclusion: components["schemas"]["WordingView"];
            explanation: components["schemas"]["WordingView"];
            certificates: components["schemas"]["BatchRowCertificateView"][];
            checkedAt: string;
            proofCode: string;
        };
        BatchRowPage: {
            items: components["schemas"]["BatchRowView"][];
            next?: string;
        };
        InquiryDto: {
            name?: string;
            /** @description 证件号码 */
            documentNumber?: string;
            /** @description 证书编号, 22 characters. */
            certificateNumber?: string;
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
            /** @description 公开咨询电话: whom to ask. */
            publicPhone?: string;
            publicAddress?: string;
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
            /** @description NAME 姓名, DOCUMENT 证件, LEVEL 等级; with MISMATCH only. */
            differing?: components["schemas"]["ReasonView"][];
            /** @description YYYY-MM-DD as of which it is true; absent for now. */
            at?: string;
        };
        OrganisationInquiryDto: {
            name?: string;
            /** @description 证件号码 */
            documentNumber?: string;
            /** @description 证书编号, 22 characters. */
            certificateNumber?: string;
            /** @description 等级 as the paper says it, for example `三级/高级工` or `3`. */
            level?: string;
            /** @enum {string} */
            purpose: "recruitment" | "tender" | "subsidy" | "supervision" | "issuing";
        };
        WatchView: {
            id: string;
            certificateId: string;
            purpose: string;
            /** @description RFC 3339. */
            askedAt: string;
            /** @description YYYY-MM-DD, China: the last day. */
            expiresOn: string;
        };
        WatchPage: {
            items: components["schemas"]["WatchView"][];
            next?: string;
        };
        WatchDto: {
            name?: string;
            /** @description 证件号码 */
            documentNumber?: string;
            /** @description 证书编号, 22 characters. */
            certificateNumber?: string;
            /**
             * @description Why the organisation has to know: recruitment, bidding, pay, contract-staff or other.
             * @enum {string}
             */
            purpose: "recruitment" | "bidding" | "pay" | "contract-staff" | "other";
        };
        WatchedView: {
            items: components["schemas"]["WatchView"][];
        };
        WebhookView: {
            id: string;
            url: string;
            setAt: string;
        };
        WebhookList: {
            items: components["schemas"]["WebhookView"][];
        };
        WebhookDto: {
            /** @description https, a public name or address, at most 500 characters. */
            url: string;
        };
        NewWebhookView: {
            id: string;
            url: string;
            setAt: string;
            /** @description `whsec_…`, of Standard Webhooks; shown this once. */
            secret: string;
        };
        DeliveryView: {
            /** @description The `webhook-id` of every attempt. */
            id: string;
            watchId: string;
            certificateId: string;
            /** @description REVOKED, CANCELLED or REPLACED. */
            verdict: string;
            /** @description YYYY-MM-DD, China. */
            changedOn: string;
            /** @enum {string} */
            state: "failed" | "waiting" | "delivered";
            attempts: number;
            /** @description RFC 3339; absent when nothing more is tried. */
            nextAttemptAt?: string;
            /** @description `status 500`, `timeout`, `address not public` …; absent before the first failure. */
            lastFailure?: string;
        };
        DeliveryPage: {
            items: components["schemas"]["DeliveryView"][];
            next?: string;
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
            /** @description Whose keys sign the certificates of this site; absent while it is not known. */
            organisationId?: string;
            agencyName: string;
            /** @description 13 characters: the first of every number this site issues. */
            siteCode: string;
            siteName: string;
            /** @description GB/T 2260 prefecture or a system key. */
            regionCode: string;
            regionName: string;
            /** @description 公开咨询电话. */
            publicPhone?: string;
            publicAddress?: string;
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
        DocumentCheckView: {
            /** @enum {string} */
            outcome: "passed" | "failed" | "could-not-check";
            /** @description `form`, `signature`, `document`, `key` or `register`. */
            check: string;
            /** @description Stable: `signature/good`, `document/changed` … */
            code: string;
            /** @description What is checked. */
            title: components["schemas"]["WordingView"];
            /** @description What was found. */
            words: components["schemas"]["WordingView"];
        };
        DifferenceView: {
            zh: string;
            en: string;
            /** @description Member of the certificate in which document and register disagree. */
            field: string;
        };
        DocumentAnswerView: {
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
            /** @description NAME 姓名, DOCUMENT 证件, LEVEL 等级; with MISMATCH only. */
            differing?: components["schemas"]["ReasonView"][];
            /** @description YYYY-MM-DD as of which it is true; absent for now. */
            at?: string;
            /** @description `pdf`, `paper`, `vc+jwt`, `sd-jwt` or `link`. */
            kind: string;
            checks: components["schemas"]["DocumentCheckView"][];
            /** @description Where document and register disagree; with MISMATCH only. What the document says there is not repeated. */
            differences: components["schemas"]["DifferenceView"][];
        };
        SourceFreshnessView: {
            /** @enum {string} */
            name: "agency-filing" | "certificate-issuance";
            /** @enum {string} */
            state: "current" | "behind" | "unreachable";
            title: components["schemas"]["WordingView"];
            text: components["schemas"]["WordingView"];
            /** @description RFC 3339: when the newest fact of this source that is known here was recorded. Absent before the first. */
            latestFactAt?: string;
            /** @description RFC 3339: the last moment at which all that it had told was taken in. Absent when there was none since the start. */
            upToDateAt?: string;
            /** @description Events that wait to be taken in. Absent when it cannot be known. */
            waiting?: number;
        };
        FreshnessView: {
            /** @enum {string} */
            broker: "connected" | "away";
            /** @description RFC 3339. */
            checkedAt: string;
            sources: components["schemas"]["SourceFreshnessView"][];
        };
        BindingView: {
            isBound: boolean;
            /** @description RFC 3339; absent when not bound. */
            boundAt?: string;
        };
        ClaimDto: {
            name: string;
            /** @description 证件号码 */
            documentNumber: string;
            /** @description What the QR code of the paper or PDF says: the whole link, or its last part. */
            token: string;
        };
        OwnCertificateView: {
            certificateId: string;
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
            /**
             * @description VALID, REVOKED, CANCELLED or REPLACED.
             * @enum {string}
             */
            verdict: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            text: components["schemas"]["WordingView"];
            /** @description YYYY-MM-DD since when it is not valid. */
            statusOn?: string;
            /** @description Class of the reason. */
            statusReason?: string;
            /** @description The own certificate that took its place. */
            replacedBy?: string;
            bodyFiledOnIssueDate: boolean;
        };
        OwnCertificatesView: {
            /** @description Newest first, every version. */
            items: components["schemas"]["OwnCertificateView"][];
            /** @description RFC 3339. */
            checkedAt: string;
            /** @description RFC 3339: when the newest fact known here was recorded. Absent before the first. */
            dataAsOf?: string;
            /**
             * @description `stale` while newer facts cannot arrive.
             * @enum {string}
             */
            source: "live" | "stale";
        };
        LookPurposeView: {
            zh: string;
            en: string;
            /** @description Stable. */
            code: string;
        };
        LookView: {
            /** @enum {string} */
            asker: "public" | "organisation" | "authority" | "other";
            /** @enum {string} */
            way: "facts" | "code" | "document" | "inquiry" | "batch" | "proof" | "watch" | "extract" | "other";
            id: string;
            /** @description RFC 3339. */
            at: string;
            /** @description Of organisations and authorities that said it. A member of the public is never named. */
            organisationName?: string;
            /** @description What they said it is for. */
            purpose?: components["schemas"]["LookPurposeView"];
            /** @description Own certificates that were shown. */
            certificateIds: string[];
            /** @description The own extract through which it was asked. */
            extractId?: string;
        };
        LookPage: {
            items: components["schemas"]["LookView"][];
            next?: string;
        };
        OwnExtractView: {
            /** @enum {string} */
            state: "open" | "expired" | "revoked" | "unknown";
            fields: ("full-name" | "masked-name" | "masked-document" | "occupation" | "specialty" | "level" | "number" | "agency" | "issued-on")[];
            id: string;
            text: components["schemas"]["WordingView"];
            /** @description What to hand on, also as a QR code. */
            link: string;
            certificateIds: string[];
            note: string;
            createdAt: string;
            expiresAt: string;
            revokedAt?: string;
            /** @description How often it was opened while open. */
            views: number;
            lastViewedAt?: string;
        };
        ExtractPage: {
            items: components["schemas"]["OwnExtractView"][];
            next?: string;
        };
        ExtractWishDto: {
            /** @description What is shown besides the verdict; never a whole document number. */
            fields: ("full-name" | "masked-name" | "masked-document" | "occupation" | "specialty" | "level" | "number" | "agency" | "issued-on")[];
            certificateIds: string[];
            /** @description 1 to 90. */
            validDays: number;
            /** @description For yourself, as 给某公司投标用; never shown to others. */
            note: string;
        };
        ExtractedCertificateView: {
            /**
             * @description VALID, REVOKED, CANCELLED or REPLACED.
             * @enum {string}
             */
            verdict: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            text: components["schemas"]["WordingView"];
            name?: string;
            maskedName?: string;
            maskedDocument?: string;
            occupationName?: string;
            occupationCode?: string;
            specialty?: string;
            level?: string;
            certificateNumber?: string;
            agencyName?: string;
            /** @description With the agency. */
            bodyFiledOnIssueDate?: boolean;
            issuedOn?: string;
        };
        ShownExtractView: {
            /** @enum {string} */
            state: "open" | "expired" | "revoked" | "unknown";
            text: components["schemas"]["WordingView"];
            /** @description Absent unless open, as are the next two. */
            extractId?: string;
            expiresAt?: string;
            certificates: components["schemas"]["ExtractedCertificateView"][];
            /** @description RFC 3339. */
            checkedAt: string;
            /** @description RFC 3339: when the newest fact known here was recorded. Absent before the first. */
            dataAsOf?: string;
            /**
             * @description `stale` while newer facts cannot arrive.
             * @enum {string}
             */
            source: "live" | "stale";
        };
        OwnRequestView: {
            /** @enum {string} */
            field: "name" | "document" | "occupation" | "specialty" | "level" | "issued-on" | "agency" | "other";
            /**
             * @description `accepted`: the body has proposed the change, which a second person decides.
             * @enum {string}
             */
            state: "asked" | "accepted" | "refused";
            id: string;
            certificateId: string;
            rightValue: string;
            note: string;
            /** @description Class of the reason. */
            refusal?: string;
            askedAt: string;
            decidedAt?: string;
        };
        OwnRequestPage: {
            items: components["schemas"]["OwnRequestView"][];
            next?: string;
        };
        CorrectionWishDto: {
            /** @enum {string} */
            field: "name" | "document" | "occupation" | "specialty" | "level" | "issued-on" | "agency" | "other";
            /** Format: uuid */
            certificateId: string;
            /** @description What it should say; kept sealed. */
            rightValue: string;
            /** @description What it can be seen from; kept sealed. */
            note: string;
        };
        CatalogueLevelView: {
            /**
             * @description `5` lowest … `1` highest.
             * @enum {string}
             */
            digit: "1" | "2" | "3" | "4" | "5";
            /** @description `三级/高级工` */
            display: string;
        };
        SpecialtyView: {
            name: string;
            /** @description Digits of the levels at which it exists, lowest level first. */
            levels: ("1" | "2" | "3" | "4" | "5")[];
            /**
             * @description `sourced` or `unverified`: to be confirmed with the customer.
             * @enum {string}
             */
            certainty: "sourced" | "unverified";
            source: string;
        };
        FormerCodeView: {
            code: string;
            edition: string;
            name: string;
        };
        OccupationView: {
            /** @description 职业编码 `d-dd-dd-dd`. */
            code: string;
            /** @description Edition of the 大典: 1999, 2015 or 2022. */
            edition: string;
            name: string;
            nameEn: string;
            /** @description Lowest level first. */
            levels: components["schemas"]["CatalogueLevelView"][];
            specialties: components["schemas"]["SpecialtyView"][];
            formerCodes: components["schemas"]["FormerCodeView"][];
            /** @description Year of the occupation's standard; absent where the source does not tell it. */
            standardVersion?: string;
            /**
             * @description `sourced` or `unverified`.
             * @enum {string}
             */
            codeCertainty: "sourced" | "unverified";
            /** @enum {string} */
            levelsCertainty: "sourced" | "unverified";
            source: string;
            /** @description Bodies that are filed for it today. */
            filedBodies: number;
        };
        OccupationPage: {
            items: components["schemas"]["OccupationView"][];
            next?: string;
        };
        ProvenRowView: {
            /** @enum {string} */
            verdict: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            conclusion: components["schemas"]["WordingView"];
            maskedName: string;
            maskedDocument: string;
            /** @description RFC 3339. */
            checkedAt: string;
            /** @description Opaque, of the certificates that the answer rests on. */
            certificateIds: string[];
        };
        ProofView: {
            code: string;
            organisationName: string;
            purpose: components["schemas"]["WordingView"];
            finishedAt: string;
            rows: number;
            verdicts: components["schemas"]["VerdictCountView"][];
            /** @description Hex. */
            inputSha256: string;
            outputSha256: string;
            /** @description Absent when the log could not be read at that time. */
            logPosition?: components["schemas"]["LogPositionView"];
            /** @description With the code of one line. */
            row?: components["schemas"]["ProvenRowView"];
        };
        ProofKeyView: {
            kid: string;
            kty: string;
            crv: string;
            x: string;
            y: string;
            alg: string;
            /** @description X.509, signed by itself, PEM. */
            certificate: string;
        };
        LevelCountView: {
            /** @enum {string} */
            level: "1" | "2" | "3" | "4" | "5";
            display: string;
            /** @description A number, or `<5`; moves in steps of five until its day is closed. */
            count: Record<string, never>;
        };
        StatisticsView: {
            /** @description A number; `<5`; or `≥95` when a level is not shown. */
            total: Record<string, never>;
            /** @description Lowest level first. */
            levels: components["schemas"]["LevelCountView"][];
        };
        TargetView: {
            key: string;
            /** @description Numbered item of the plan, or `goals`. */
            item: string;
            zh: string;
            en: string;
            target: number;
            /** @enum {string} */
            unit: "persons" | "bodies" | "person-times" | "percent" | "pieces";
            /**
             * @description To be reached once by the end of the plan, or anew in each period.
             * @enum {string}
             */
            every: "year" | "plan" | "two-years";
            /** @description Where the figure stands: a mark of the domain reference. */
            source: string;
            /**
             * @description `not-kept`: another house keeps the figure, and none is guessed here.
             * @enum {string}
             */
            status: "kept" | "not-kept";
            /** @description With `kept`: certificates and 贯通 within the plan's period, bodies and appointments as of today. A number, or `<5`. */
            value?: Record<string, never>;
        };
        PlanTargetsView: {
            key: string;
            zh: string;
            en: string;
            /** @description YYYY-MM-DD. */
            from: string;
            until: string;
            source: string;
            /** @description The period is over. */
            isOver: boolean;
            targets: components["schemas"]["TargetView"][];
        };
        TargetsView: {
            /** @description RFC 3339. */
            countedAt: string;
            plans: components["schemas"]["PlanTargetsView"][];
        };
        DailyCountView: {
            /** @description The closed day with which it was published, YYYY-MM-DD. */
            day: string;
            /** @enum {string} */
            kind: "issued" | "revoked" | "cancelled" | "replaced";
            /** @description Absent for what was left of all bodies, of earlier days too. */
            siteCode?: string;
            agencyName?: string;
            /** @description Absent for what was left of all occupations. */
            occupationCode?: string;
            occupationEdition?: string;
            occupationName?: string;
            /** @description `5` lowest … `1` highest. */
            levelDigit: string;
            level: string;
            count: number;
        };
        DailyCountPage: {
            items: components["schemas"]["DailyCountView"][];
            next?: string;
        };
        StatisticsDayView: {
            /** @description YYYY-MM-DD, China. */
            day: string;
            /** @description Leaves of the checkpoint; every fact of the day is below. */
            logSize: number;
            /** @description Base64, as in the checkpoint. */
            rootHash: string;
            /** @description The signed note, with the cosignatures that it had. */
            checkpoint: string;
            /** @description SHA-256 of the published numbers of the day as text, base64url. */
            countsSha256: string;
            /** @description RFC 3339. */
            closedAt: string;
        };
        StatisticsDayPage: {
            items: components["schemas"]["StatisticsDayView"][];
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
    Batch_terms: {
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
                    "application/json": components["schemas"]["BatchTermsView"];
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
    Batch_list: {
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
                    "application/json": components["schemas"]["BatchPage"];
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
    Batch_ask: {
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
                    /** @enum {string} */
                    purpose: "recruitment" | "staff-check" | "tender" | "subsidy" | "supervision" | "other";
                    purposeText: string;
                    /** @description Edition of the consent statement that is accepted */
                    consent: string;
                    /** @enum {string} */
                    watch?: "true" | "false";
                    /**
                     * Format: binary
                     * @description .xlsx, .xls or .csv
                     */
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
                    "application/json": components["schemas"]["BatchView"];
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
    Batch_get: {
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
                    "application/json": components["schemas"]["BatchView"];
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
    Batch_rows: {
        parameters: {
            query?: {
                verdict?: "VALID" | "REVOKED" | "CANCELLED" | "REPLACED" | "MISMATCH" | "NOT_FOUND" | "OTHER_SCHEME" | "COULD_NOT_CHECK";
            };
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
                    "application/json": components["schemas"]["BatchRowPage"];
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
    Batch_events: {
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
                    "text/event-stream": string;
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
    Batch_stop: {
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
                    "application/json": components["schemas"]["BatchView"];
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
    Batch_resume: {
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
                    "application/json": components["schemas"]["BatchView"];
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
    Batch_cancel: {
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
                    "application/json": components["schemas"]["BatchView"];
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
    Batch_workbook: {
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
    Certificate_verify: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD, China, not later than today: the answer as of the end of that day. */
                at?: string;
            };
            header?: {
                /** @description `<challenge>.<nonce>` after an answer 429: its SHA-256 begins with the bits that the challenge names */
                "proof-of-work"?: string;
            };
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
            /** @description `ask-limit/proof-of-work` with a challenge to solve, once and within two minutes; or `ask-limit/too-many` */
            429: {
                headers: {
                    /** @description `<expiry>.<bits>.<salt>.<seal>` */
                    "proof-of-work"?: string;
                    /** @description seconds */
                    "retry-after"?: string;
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
    Certificate_inquire: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD, China, not later than today: the answer as of the end of that day. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationInquiryDto"];
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
            query?: {
                /** @description YYYY-MM-DD, China, not later than today: the answer as of the end of that day. */
                at?: string;
            };
            header?: {
                /** @description `<challenge>.<nonce>` after an answer 429: its SHA-256 begins with the bits that the challenge names */
                "proof-of-work"?: string;
            };
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
            /** @description `ask-limit/proof-of-work` with a challenge to solve, once and within two minutes; or `ask-limit/too-many` */
            429: {
                headers: {
                    /** @description `<expiry>.<bits>.<salt>.<seal>` */
                    "proof-of-work"?: string;
                    /** @description seconds */
                    "retry-after"?: string;
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
    Watch_list: {
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
                    "application/json": components["schemas"]["WatchPage"];
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
    Watch_ask: {
        parameters: {
            query?: never;
            header: {
                /** @description `<challenge>.<nonce>` after an answer 429: its SHA-256 begins with the bits that the challenge names */
                "proof-of-work"?: string;
                /** @description 1–128 printable characters, new for each creation */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedView"];
                };
            };
            /** @description `ask-limit/proof-of-work` with a challenge to solve, once and within two minutes; or `ask-limit/too-many` */
            429: {
                headers: {
                    /** @description `<expiry>.<bits>.<salt>.<seal>` */
                    "proof-of-work"?: string;
                    /** @description seconds */
                    "retry-after"?: string;
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
    Watch_end: {
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
            204: {
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
    Watch_listWebhooks: {
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
                    "application/json": components["schemas"]["WebhookList"];
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
    Watch_setWebhook: {
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
                "application/json": components["schemas"]["WebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookView"];
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
    Watch_removeWebhook: {
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
            204: {
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
    Watch_deliveries: {
        parameters: {
            query?: {
                state?: "waiting" | "delivered" | "failed";
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
                    "application/json": components["schemas"]["DeliveryPage"];
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
    Watch_resend: {
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
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
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
                /** @description Part of the name of the body or its site. */
                query?: string;
                /** @description GB/T 2260 prefecture or a system key. */
                region?: string;
                /** @description 职业编码 `d-dd-dd-dd`. */
                occupation?: string;
                level?: "5" | "4" | "3" | "2" | "1";
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
    Document_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description `<challenge>.<nonce>` after an answer 429: its SHA-256 begins with the bits that the challenge names */
                "proof-of-work"?: string;
            };
            path?: never;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswerView"];
                };
            };
            /** @description `ask-limit/proof-of-work` with a challenge to solve, once and within two minutes; or `ask-limit/too-many` */
            429: {
                headers: {
                    /** @description `<expiry>.<bits>.<salt>.<seal>` */
                    "proof-of-work"?: string;
                    /** @description seconds */
                    "retry-after"?: string;
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
    Freshness_read: {
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
                    "application/json": components["schemas"]["FreshnessView"];
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
    Binding_current: {
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
                    "application/json": components["schemas"]["BindingView"];
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
    Binding_bind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BindingView"];
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
    Binding_release: {
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
                    "application/json": components["schemas"]["BindingView"];
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
    OwnCertificate_certificates: {
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
                    "application/json": components["schemas"]["OwnCertificatesView"];
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
    OwnCertificate_checks: {
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
                    "application/json": components["schemas"]["LookPage"];
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
    Extract_list: {
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
                    "application/json": components["schemas"]["ExtractPage"];
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
    Extract_make: {
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
                "application/json": components["schemas"]["ExtractWishDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnExtractView"];
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
    Extract_revoke: {
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
                    "application/json": components["schemas"]["OwnExtractView"];
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
    Extract_show: {
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
                    "application/json": components["schemas"]["ShownExtractView"];
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
    CorrectionRequest_list: {
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
                    "application/json": components["schemas"]["OwnRequestPage"];
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
    CorrectionRequest_ask: {
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
                "application/json": components["schemas"]["CorrectionWishDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRequestView"];
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
    Occupation_list: {
        parameters: {
            query: {
                /** @description Part of a code, a name, an English name or a 工种, also of former editions. */
                query: string;
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
                    "application/json": components["schemas"]["OccupationPage"];
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
    Proof_batch: {
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
    Proof_row: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                position: number;
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
    Proof_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["ProofView"];
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
    Proof_key: {
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
                    "application/json": components["schemas"]["ProofKeyView"];
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
    Statistics_totals: {
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
    Statistics_planTargets: {
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
                    "application/json": components["schemas"]["TargetsView"];
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
    Statistics_daily: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD; from the first day when it is left out. */
                from?: string;
                /** @description YYYY-MM-DD, inclusive; up to today when it is left out. */
                to?: string;
                /** @description 13 characters: only numbers of this site alone. */
                siteCode?: string;
                /** @description 职业编码 `d-dd-dd-dd`: only numbers of this occupation alone. */
                occupation?: string;
                level?: "5" | "4" | "3" | "2" | "1";
                kind?: "issued" | "revoked" | "cancelled" | "replaced";
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
                    "application/json": components["schemas"]["DailyCountPage"];
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
    Statistics_days: {
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
                    "application/json": components["schemas"]["StatisticsDayPage"];
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
    Statistics_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                    "application/json": components["schemas"]["StatisticsDayView"];
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
