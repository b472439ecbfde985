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
    "/rolls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ResultRoll_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rolls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预审: per row, whether issuing would issue it now, or the rule that stands in the way. */
        get: operations["ResultRoll_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rolls/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核发: issues every row that may be issued and refuses the others, in one commit. */
        post: operations["ResultRoll_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own body's certificates, or those of the own jurisdiction; names and documents masked. */
        get: operations["Certificate_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Certificate_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate page, A4. */
        get: operations["Certificate_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{id}/credential": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The digital certificate for its holder: `vc+jwt` (W3C VC 2.0) or `dc+sd-jwt` (SD-JWT VC). */
        get: operations["Certificate_credential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys of every body that has issued here, for anyone who verifies a credential: those in use, those made ahead,
         *     and those of the past with what became of them.
         */
        get: operations["SigningKey_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/ca": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registry's own certificate, which vouches for those in signed documents, as PEM. */
        get: operations["SigningKey_authority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{organisationId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请轮换: the body's next key is to take the place of the active one. */
        post: operations["KeyChange_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{kid}/compromise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报泄露: what the key signs from now on is to be worth nothing. */
        post: operations["KeyChange_compromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/key-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KeyChange_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/key-changes/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By another officer than the one who proposed it: it is carried out at once. */
        post: operations["KeyChange_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/key-changes/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By any officer of the province; whoever proposed it takes it back so. */
        post: operations["KeyChange_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status-lists/{list}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * W3C Bitstring Status List (`revocation`: 1 bit, `message`: 2 bits, which state) as `vc+jwt`, or IETF Token Status List
         *     (`token`: 4 bits) as `statuslist+jwt`, with 131,072 entries.
         */
        get: operations["StatusList_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest checkpoint: a signed note with the log's signature and its witnesses' cosignatures. */
        get: operations["Log_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name and key of the log, as golang.org/x/mod/sumdb/note takes them. */
        get: operations["Log_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/tile/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile of hashes or a bundle of entries: `tile/0/000`, `tile/entries/x001/234.p/17`. It never changes. */
        get: operations["Log_tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the published log is, since when, and who cosigned it. */
        get: operations["LogStatus_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Change_list"];
        put?: never;
        /** 提请: revocation, cancellation, correction or reissue, with its reason and document. */
        post: operations["Change_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Change_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准: carries the change out; never by the one who proposed it. */
        post: operations["Change_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Change_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回, by the one who proposed it. */
        post: operations["Change_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correction-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CorrectionRequest_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correction-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CorrectionRequest_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correction-requests/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受理: with the correction that was proposed for it. */
        post: operations["CorrectionRequest_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correction-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予更正: also after the proposed change was refused. */
        post: operations["CorrectionRequest_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Award_list"];
        put?: never;
        /** Drafts an application. Rows that are wrong come back in `rejected`, each with field and rule; the others are in it. */
        post: operations["Award_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds corrected rows to a draft; an application holds at most 500. */
        post: operations["Award_addRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The application with its persons, masked, and what became of each. */
        get: operations["Award_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Award_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Before publicity. */
        post: operations["Award_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受理, by the first officer. */
        post: operations["Award_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准, by another officer: scope and every row are looked at again as of today. */
        post: operations["Award_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予通过, with the reason. */
        post: operations["Award_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示 starts. */
        post: operations["Award_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publicity is over: what is not under objection can be issued. */
        post: operations["Award_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/awards/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核发 of the rows without objection, in one commit; again when an objection was dismissed later. */
        post: operations["Award_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/award-rows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person in clear with the papers that were named, for the officer who compares them. */
        get: operations["AwardRow_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/award-rows/{id}/objection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 异议: records an objection, which stops this row and no other. */
        post: operations["AwardRow_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/award-rows/{id}/objection-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upheld: the row is refused. Dismissed: it goes on. By another person than the one who recorded it. */
        post: operations["AwardRow_decideObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/award-publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示: the lists that are public today, newest first. */
        get: operations["AwardPublicity_running"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/award-publicity/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示名单, masked, while publicity runs. */
        get: operations["AwardPublicity_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skill-norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AwardPublicity_norms"];
        put?: never;
        /** Enters a 专项职业能力考核规范 that the province has published. */
        post: operations["AwardPublicity_publishNorm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Post_list"];
        put?: never;
        /** Only an employer, and only in an occupation that has 高级技师. */
        post: operations["Post_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Post_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By another person of the employer than the clerk who proposed it. */
        post: operations["Post_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 备案 of the plan. */
        post: operations["Post_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Post_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Appointment_list"];
        put?: never;
        post: operations["Appointment_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Appointment_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By another person of the employer than the clerk who proposed it; 公示 starts. */
        post: operations["Appointment_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Appointment_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记 (报备): the term begins. 首席技师 needs a running 特级技师 appointment at the same employer. */
        post: operations["Appointment_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Appointment_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/re-assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 期满复评 begins, while the term runs. */
        post: operations["Appointment_openReAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 续聘, by another person than the one who opened the re-assessment. */
        post: operations["Appointment_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解聘, with the reason. */
        post: operations["Appointment_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointment-publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示: the appointments that are public today, newest first. */
        get: operations["AppointmentPublicity_running"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/appointment-publicity/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示 of one appointment, masked, while it runs. */
        get: operations["AppointmentPublicity_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/honours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Honour_list"];
        put?: never;
        /** The province records its own and the cities' honours, an enterprise its own scheme; rank 8 is refused here. */
        post: operations["Honour_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chief-technician-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of each of the things called 首席技师; they are never added together. */
        get: operations["Honour_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbers/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Numbers that a body filed with the Ministry brings: good rows go in, bad rows come back. */
        post: operations["Number_importRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbers/imports/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same from an `.xls` or `.xlsx` with one column 证书编号. */
        post: operations["Number_importWorkbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbers/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Numbers that no certificate will bear, with the reason; the log says so at once. */
        post: operations["Number_voidNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbers/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per site, year and level: what became of every serial. `gaps` and `strays` must be empty. */
        get: operations["Number_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Blank_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{id}/blank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes on which blank the certificate was printed. */
        post: operations["Blank_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blanks/{id}/spoil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废: a blank or a print that cannot be used; the certificate may then be printed on another. */
        post: operations["Blank_spoil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per body: received = on hand + used + spoiled + destroyed, which the database keeps and checks itself. */
        get: operations["Blank_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupplyRequest_list"];
        put?: never;
        post: operations["SupplyRequest_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-requests/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands over a range of serials, as many as were asked for or fewer. */
        post: operations["SupplyRequest_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupplyRequest_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-requests/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签领: the blanks are on hand. */
        post: operations["SupplyRequest_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-destructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Destruction_list"];
        put?: never;
        post: operations["Destruction_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-destructions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By a second person, who saw it done. */
        post: operations["Destruction_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blank-destructions/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By a second person; the blanks are what they were before. */
        post: operations["Destruction_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HandOverPackage_list"];
        put?: never;
        /** Certificates of a period that were not handed over yet, at most 10,000. */
        post: operations["HandOverPackage_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-packages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The manifest: count, files with their digests, version and columns of the map, answers. */
        get: operations["HandOverPackage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-packages/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says which file went out. */
        post: operations["HandOverPackage_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-packages/{id}/acknowledgement-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the centre's workbook says of the package; keeps nothing. */
        post: operations["HandOverPackage_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-packages/{id}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps the answers that are new; the same file again changes nothing. */
        post: operations["HandOverPackage_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hand-over-refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates that the centre refused, for correction. */
        get: operations["HandOverPackage_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/issue-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 表5 上报汇总: body × occupation × level × quantity, with the lines to sign. */
        get: operations["Statistics_issueList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/issue-lists/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a workbook; it names nobody. */
        get: operations["Statistics_issueListWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificate-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates issued, by body × occupation × level and, where asked for, month. */
        get: operations["Statistics_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrintJob_list"];
        put?: never;
        /** Asks for all certificates of a roll as one file; it is made in the background. */
        post: operations["PrintJob_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print-jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is: `done` of `total`. */
        get: operations["PrintJob_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print-jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops it before its next piece; what is made already is dropped. */
        post: operations["PrintJob_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/print-jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, for a day: every page names its holder in full. */
        get: operations["PrintJob_file"];
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
        RollSubjectView: {
            occupationCode: string;
            /** @description Edition of the 职业分类大典: 1999, 2015 or 2022. */
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /** @description `5` lowest … `1` highest. */
            levelDigit: string;
        };
        RollCountsView: {
            rows: number;
            issued: number;
            refused: number;
        };
        RollView: {
            id: string;
            planId: string;
            filingId: string;
            organisationId: string;
            agencyName: string;
            jurisdiction: string;
            siteCode: string;
            subject: components["schemas"]["RollSubjectView"];
            /** @description `YYYY-MM-DD`, China. */
            examOn: string;
            publicityFrom: string;
            publicityUntil: string;
            /** @description RFC 3339. */
            reportedAt: string;
            parts: number;
            partsReceived: number;
            /**
             * @description One of the roll states.
             * @enum {string}
             */
            state: "issued" | "received" | "receiving";
            issuedAt?: string;
            counts: components["schemas"]["RollCountsView"];
        };
        RollPage: {
            items: components["schemas"]["RollView"][];
            next?: string;
        };
        RuleView: {
            name: string;
            zh: string;
            en: string;
        };
        RollRowView: {
            candidateId: string;
            admissionNumber: string;
            nameMasked: string;
            documentMasked: string;
            /** @description 0–100. */
            theoryPoints: number;
            /** @description 0–100. */
            skillPoints: number;
            /** @description Before issuing: it would be issued now. Afterwards: it was. */
            issuable: boolean;
            /** @description Absent for a row that is issuable. */
            rule?: components["schemas"]["RuleView"];
            certificateId?: string;
            certificateNumber?: string;
        };
        RollDetailView: {
            id: string;
            planId: string;
            filingId: string;
            organisationId: string;
            agencyName: string;
            jurisdiction: string;
            siteCode: string;
            subject: components["schemas"]["RollSubjectView"];
            /** @description `YYYY-MM-DD`, China. */
            examOn: string;
            publicityFrom: string;
            publicityUntil: string;
            /** @description RFC 3339. */
            reportedAt: string;
            parts: number;
            partsReceived: number;
            /**
             * @description One of the roll states.
             * @enum {string}
             */
            state: "issued" | "received" | "receiving";
            issuedAt?: string;
            counts: components["schemas"]["RollCountsView"];
            /** @description What issuing has to wait for; absent when nothing. */
            waitsFor?: components["schemas"]["RuleView"];
            /** @description In the order of the report; at most 10,000. */
            rows: components["schemas"]["RollRowView"][];
        };
        CertificateView: {
            id: string;
            /** @description 证书编号, 22 characters. */
            number: string;
            nameMasked: string;
            documentMasked: string;
            occupationCode: string;
            /** @description Edition of the 职业分类大典: 1999, 2015 or 2022. */
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /** @description `5` lowest … `1` highest. */
            levelDigit: string;
            /** @description `三级/高级工` */
            levelName: string;
            agencyName: string;
            siteCode: string;
            organisationId: string;
            jurisdiction: string;
            /** @description `YYYY-MM-DD`, China. */
            issuedOn: string;
            candidateId: string;
            /** @description null without an exam. */
            rollId: string | null;
            planId: string | null;
            /** @description null after an exam. */
            awardId: string | null;
            filingId: string;
            /** @description `assessment`, `direct-recognition`, … */
            basis: string;
            /** @description 1, and one more with each correction or reissue. */
            version: number;
            /** @enum {string} */
            status: "valid" | "revoked" | "cancelled" | "replaced";
            /** @description Class of the reason; empty while it is valid. */
            statusReason: string;
            statusOn: string | null;
            /** @description The version before, and the one after. */
            replaces: string | null;
            replacedBy: string | null;
        };
        CertificatePage: {
            items: components["schemas"]["CertificateView"][];
            next?: string;
        };
        NationalKeyView: {
            kty: string;
            /** @description SM2, the curve of GB/T 32918.5. */
            crv: string;
            x: string;
            y: string;
            kid: string;
            /** @description SM2-SM3; the user id is 1234567812345678. */
            alg: string;
        };
        KeyView: {
            /**
             * @description `next` is published ahead and signs nothing yet; what a `retired` key signed stays valid.
             * @enum {string}
             */
            state: "next" | "active" | "retired" | "compromised";
            kty: string;
            crv: string;
            /** @description 32 bytes, base64url. */
            x: string;
            y: string;
            /** @description RFC 7638 thumbprint. */
            kid: string;
            alg: string;
            use: string;
            /** @description The only `issuer.id` whose credentials this key may sign. */
            issuer: string;
            /** @description RFC 3339, as all that follow. */
            createdAt: string;
            /** @description When it became active. */
            notBefore?: string;
            retiredAt?: string;
            compromisedAt?: string;
            /** @description Index of a leaf of the log: a certificate that is not proven to be logged below it is worth nothing. */
            compromisedFrom?: number;
            /** @description For the second, national signature of digital credentials. */
            national?: components["schemas"]["NationalKeyView"];
        };
        KeySetView: {
            keys: components["schemas"]["KeyView"][];
        };
        KeyChangeReasonDto: {
            /** @description Why; names no person. */
            reason: string;
        };
        KeyChangeView: {
            /** @enum {string} */
            kind: "rotation" | "compromise";
            /** @enum {string} */
            state: "proposed" | "confirmed" | "refused";
            id: string;
            organisationId: string;
            /** @description The key to retire or to give up. */
            kid: string;
            reason: string;
            proposedBy: string;
            /** @description RFC 3339. */
            proposedAt: string;
            decidedBy?: string;
            decidedAt?: string;
            refusalReason?: string;
        };
        KeyChangePage: {
            items: components["schemas"]["KeyChangeView"][];
            next?: string;
        };
        LogKeyView: {
            /** @description Origin line of the log's checkpoints. */
            origin: string;
            /** @description `name+keyid+base64`, Ed25519. */
            verifierKey: string;
        };
        CosignatureView: {
            /** @description Name of the witness's key. */
            witness: string;
            /** @description RFC 3339: when it says it saw the checkpoint. Not checked here: whoever trusts the witness holds its key. */
            cosignedAt: string;
        };
        LogStatusView: {
            /** @description Origin line of the log's checkpoints. */
            origin: string;
            /** @description `name+keyid+base64`, Ed25519. */
            verifierKey: string;
            /** @description Leaves of the published checkpoint. */
            size: number;
            /** @description Its root hash, base64 as in the checkpoint. */
            rootHash: string;
            /** @description RFC 3339: when this process's folder got it. */
            publishedAt: string;
            ageSeconds: number;
            /** @description Leaves that are committed and in no checkpoint yet: a fresh checkpoint may be old, as long as this is 0. */
            pendingLeaves: number;
            /** @description Witnesses that are asked for each checkpoint. */
            witnessesAsked: number;
            cosignatures: components["schemas"]["CosignatureView"][];
        };
        ReasonTextView: {
            name: string;
            zh: string;
            en: string;
        };
        ChangeDocumentDto: {
            title: string;
            /** @description 文号; empty when it has none. */
            number: string;
            /** @description `YYYY-MM-DD` */
            issuedOn: string;
            /** @description Of the file, lower-case hex. */
            sha256: string;
        };
        ChangeView: {
            id: string;
            /** @enum {string} */
            kind: "reissue" | "revoke" | "cancel" | "correct";
            /** @description `proposed`, `done`, `refused` or `withdrawn`. */
            state: string;
            organisationId: string;
            jurisdiction: string;
            certificateIds: string[];
            reason: components["schemas"]["ReasonTextView"];
            document: components["schemas"]["ChangeDocumentDto"];
            proposedBy: string;
            /** @description RFC 3339 */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            /** @description Certificates that were changed; fewer than named when some were not valid any more. null until it is done. */
            changed: number | null;
        };
        ChangePage: {
            items: components["schemas"]["ChangeView"][];
            next?: string;
        };
        CorrectionDto: {
            name: string;
            /** @description As `居民身份证`. */
            documentType: string;
            documentNumber: string;
        };
        ProposalDto: {
            /**
             * @description `revoke` 撤销, `cancel` 注销, `correct` 更正 or `reissue` 补发.
             * @enum {string}
             */
            kind: "revoke" | "cancel" | "correct" | "reissue";
            /** @description The certificates, all of one body; or `rollId` for every valid one of a roll. */
            certificateIds?: string[];
            /** Format: uuid */
            rollId?: string;
            /**
             * @description Class of the reason, the only part of it that the public and the log see.
             * @enum {string}
             */
            reason: "fraud" | "exam-irregular" | "outside-scope" | "key-compromised" | "issued-in-error" | "holder-request" | "holder-deceased" | "person-corrected" | "lost" | "damaged";
            /** @description In words; kept sealed. */
            explanation: string;
            document: components["schemas"]["ChangeDocumentDto"];
            /** @description With `correct` only. */
            correction?: components["schemas"]["CorrectionDto"];
        };
        RefusalTextView: {
            name: string;
            zh: string;
            en: string;
        };
        CorrectionRequestView: {
            /** @enum {string} */
            state: "asked" | "accepted" | "refused";
            id: string;
            certificateId: string;
            organisationId: string;
            jurisdiction: string;
            /** @description Class of what the holder says is wrong. */
            field: string;
            changeId?: string;
            refusal?: components["schemas"]["RefusalTextView"];
            askedAt: string;
            decidedBy?: string;
            decidedAt?: string;
        };
        CorrectionRequestPage: {
            items: components["schemas"]["CorrectionRequestView"][];
            next?: string;
        };
        OpenedRequestView: {
            /** @enum {string} */
            state: "asked" | "accepted" | "refused";
            id: string;
            certificateId: string;
            organisationId: string;
            jurisdiction: string;
            /** @description Class of what the holder says is wrong. */
            field: string;
            changeId?: string;
            refusal?: components["schemas"]["RefusalTextView"];
            askedAt: string;
            decidedBy?: string;
            decidedAt?: string;
            /** @description In the holder's words. */
            rightValue: string;
            note: string;
        };
        AcceptanceDto: {
            /**
             * Format: uuid
             * @description The correction that was proposed for it.
             */
            changeId: string;
        };
        RequestRefusalDto: {
            /**
             * @description Class of the reason, which the holder is told.
             * @enum {string}
             */
            refusal: "evidence-missing" | "record-right" | "not-correctable" | "change-refused";
        };
        ContestDto: {
            /** @description `provincial-1` 省级一类, `provincial-2` 省级二类, `industry-single` 行业单项, `city-1`, `city-2`. */
            contestClass: string;
            /** @description Absent for someone who passed without a place. */
            place?: number;
            heldOn: string;
            /** @description The level of the standard at which the contest was set, `5` lowest … `1` highest. */
            standardDigit: string;
        };
        TitleDto: {
            /** @description `junior` 初级, `intermediate` 中级, `senior` 高级. */
            grade: string;
            receivedOn: string;
        };
        CourseDto: {
            name: string;
            /** @description 0–100. */
            points: number;
        };
        EvidenceDto: {
            /**
             * @description Kind of paper; which ones are needed follows from the basis.
             * @enum {string}
             */
            kind: "recognition-decision" | "work-proof" | "achievement-proof" | "contest-result-notice" | "award-paper" | "course-result-list" | "deeming-rule" | "title-certificate" | "skill-assessment-record" | "apprentice-contract" | "skill-certificate" | "review-record" | "appointment-decision";
            /** @description 文号 or certificate number. */
            number: string;
            /** @description Who gave it. */
            issuer: string;
            /** @description `YYYY-MM-DD`. */
            issuedOn: string;
            /** @description SHA-256 of the file, hex. */
            sha256: string;
        };
        AwardRowDto: {
            name: string;
            /** @description 证件类型: key or official name. */
            documentType: string;
            documentNumber: string;
            /** @description `YYYY-MM-DD`; only where the document is no 居民身份证. */
            birthDate?: string;
            contest?: components["schemas"]["ContestDto"];
            title?: components["schemas"]["TitleDto"];
            courses?: components["schemas"]["CourseDto"][];
            evidence: components["schemas"]["EvidenceDto"][];
        };
        AwardContentDto: {
            /**
             * @description On what the certificates rest.
             * @enum {string}
             */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            /**
             * Format: uuid
             * @description The filing on whose scope it rests.
             */
            filingId: string;
            /** @description 13 characters. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`; for 专项职业能力 the code of the 考核规范. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /**
             * @description `5` lowest … `1` highest; empty for a basis without levels.
             * @enum {string}
             */
            levelDigit: "" | "5" | "4" | "3" | "2" | "1";
            rows: components["schemas"]["AwardRowDto"][];
        };
        RowFaultView: {
            /** @description JSON pointer into the request. */
            field: string;
            rule: string;
            zh: string;
            en: string;
        };
        RejectedRowView: {
            /** @description Place in the request, from 0. */
            index: number;
            faults: components["schemas"]["RowFaultView"][];
        };
        RefusalView: {
            rule: string;
            zh: string;
            en: string;
        };
        AwardRowView: {
            id: string;
            position: number;
            nameMasked: string;
            documentMasked: string;
            /**
             * @description `listed`, `objected` (stopped), `refused`, `issued` (certificate) or `kept` (record without a national number).
             * @enum {string}
             */
            state: "refused" | "listed" | "objected" | "issued" | "kept";
            refusal?: components["schemas"]["RefusalView"];
            /** @enum {string} */
            objectionGround?: "evidence-false" | "not-entitled" | "other-person" | "other";
            objectionReference?: string;
            certificateId?: string;
            certificateNumber?: string;
        };
        AwardSubjectView: {
            occupationCode: string;
            /** @description Edition of the 职业分类大典; empty for 专项职业能力. */
            occupationEdition: string;
            occupationName: string;
            specialty: string;
            /** @description Empty for a basis without levels. */
            levelDigit: string;
            /** @description `三级/高级工`; empty for a basis without levels. */
            levelName: string;
        };
        AwardStepView: {
            at: string;
            /** @enum {string} */
            from: "refused" | "accepted" | "ready" | "draft" | "submitted" | "in-publicity" | "withdrawn" | "issued" | "approved";
            /** @enum {string} */
            to: "refused" | "accepted" | "ready" | "draft" | "submitted" | "in-publicity" | "withdrawn" | "issued" | "approved";
            opinion: string;
        };
        AwardFiledView: {
            /** @description Rows that were not taken in: correct them and file them again. */
            rejected: components["schemas"]["RejectedRowView"][];
            /** @description In the order of filing; at most 500. */
            rows: components["schemas"]["AwardRowView"][];
            id: string;
            organisationId: string;
            jurisdiction: string;
            filingId: string;
            siteCode: string;
            agencyName: string;
            /** @enum {string} */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            /** @description `竞赛晋升` */
            basisName: string;
            subject: components["schemas"]["AwardSubjectView"];
            /**
             * @description One of the states of an application.
             * @enum {string}
             */
            state: "refused" | "accepted" | "ready" | "draft" | "submitted" | "in-publicity" | "withdrawn" | "issued" | "approved";
            history: components["schemas"]["AwardStepView"][];
            draftedOn: string;
            publicityFrom?: string;
            /** @description Last day of publicity. */
            publicityUntil?: string;
        };
        AwardRowsDto: {
            rows: components["schemas"]["AwardRowDto"][];
        };
        AwardView: {
            id: string;
            organisationId: string;
            jurisdiction: string;
            filingId: string;
            siteCode: string;
            agencyName: string;
            /** @enum {string} */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            /** @description `竞赛晋升` */
            basisName: string;
            subject: components["schemas"]["AwardSubjectView"];
            /**
             * @description One of the states of an application.
             * @enum {string}
             */
            state: "refused" | "accepted" | "ready" | "draft" | "submitted" | "in-publicity" | "withdrawn" | "issued" | "approved";
            history: components["schemas"]["AwardStepView"][];
            draftedOn: string;
            publicityFrom?: string;
            /** @description Last day of publicity. */
            publicityUntil?: string;
        };
        AwardPage: {
            items: components["schemas"]["AwardView"][];
            next?: string;
        };
        AwardDetailView: {
            id: string;
            organisationId: string;
            jurisdiction: string;
            filingId: string;
            siteCode: string;
            agencyName: string;
            /** @enum {string} */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            /** @description `竞赛晋升` */
            basisName: string;
            subject: components["schemas"]["AwardSubjectView"];
            /**
             * @description One of the states of an application.
             * @enum {string}
             */
            state: "refused" | "accepted" | "ready" | "draft" | "submitted" | "in-publicity" | "withdrawn" | "issued" | "approved";
            history: components["schemas"]["AwardStepView"][];
            draftedOn: string;
            publicityFrom?: string;
            /** @description Last day of publicity. */
            publicityUntil?: string;
            /** @description In the order of filing; at most 500. */
            rows: components["schemas"]["AwardRowView"][];
        };
        RefusalDto: {
            reason: string;
        };
        AwardRowDetailView: {
            id: string;
            position: number;
            nameMasked: string;
            documentMasked: string;
            /**
             * @description `listed`, `objected` (stopped), `refused`, `issued` (certificate) or `kept` (record without a national number).
             * @enum {string}
             */
            state: "refused" | "listed" | "objected" | "issued" | "kept";
            refusal?: components["schemas"]["RefusalView"];
            /** @enum {string} */
            objectionGround?: "evidence-false" | "not-entitled" | "other-person" | "other";
            objectionReference?: string;
            certificateId?: string;
            certificateNumber?: string;
            awardId: string;
            name: string;
            documentType: string;
            documentNumber: string;
            birthDate: string;
            contest?: components["schemas"]["ContestDto"];
            title?: components["schemas"]["TitleDto"];
            courses?: components["schemas"]["CourseDto"][];
            evidence: components["schemas"]["EvidenceDto"][];
        };
        ObjectionDto: {
            /** @enum {string} */
            ground: "evidence-false" | "not-entitled" | "other-person" | "other";
            /** @description File number of the objection; the paper itself is kept elsewhere. */
            reference: string;
        };
        ObjectionDecisionDto: {
            /** @enum {string} */
            decision: "upheld" | "dismissed";
        };
        RunningAwardView: {
            awardId: string;
            agencyName: string;
            siteCode: string;
            regionCode: string;
            regionName: string;
            /** @enum {string} */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            /** @description `竞赛晋升` */
            basisName: string;
            subject: components["schemas"]["AwardSubjectView"];
            publicityFrom: string;
            /** @description Last day of publicity. */
            publicityUntil: string;
            /** @description Persons on the list. */
            persons: number;
        };
        RunningAwardPage: {
            items: components["schemas"]["RunningAwardView"][];
            next?: string;
        };
        PublicAwardPersonView: {
            nameMasked: string;
            documentMasked: string;
        };
        PublicAwardView: {
            awardId: string;
            agencyName: string;
            /** @enum {string} */
            basis: "direct-recognition" | "competition-promotion" | "deemed-equivalent" | "title-bridging" | "specific-skill" | "apprentice";
            basisName: string;
            subject: components["schemas"]["AwardSubjectView"];
            publicityFrom: string;
            publicityUntil: string;
            items: components["schemas"]["PublicAwardPersonView"][];
            next?: string;
        };
        SkillNormDto: {
            /** @description The province's code of the 考核规范. */
            code: string;
            /** @description Name of the project. */
            name: string;
            publishedOn: string;
            /** @description Absent: until it is replaced. */
            validUntil?: string;
            /** @description 文号 of the publication. */
            documentNumber: string;
        };
        SkillNormView: {
            /** @description The province's code of the 考核规范. */
            code: string;
            /** @description Name of the project. */
            name: string;
            publishedOn: string;
            /** @description Absent: until it is replaced. */
            validUntil?: string;
            /** @description 文号 of the publication. */
            documentNumber: string;
            id: string;
        };
        SkillNormPage: {
            items: components["schemas"]["SkillNormView"][];
            next?: string;
        };
        PostDto: {
            /** @enum {string} */
            level: "special-technician" | "chief-technician";
            /** Format: uuid */
            filingId: string;
            /** @description 13 characters. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            quota: number;
            /** @description 文号 of the plan that sets up the posts. */
            planNumber: string;
            validFrom: string;
            validUntil: string;
        };
        PostDetailView: {
            /** @enum {string} */
            level: "special-technician" | "chief-technician";
            /** Format: uuid */
            filingId: string;
            /** @description 13 characters. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            quota: number;
            /** @description 文号 of the plan that sets up the posts. */
            planNumber: string;
            validFrom: string;
            validUntil: string;
            /** @description Posts of the quota that are held today. */
            taken: number;
            id: string;
            organisationId: string;
            jurisdiction: string;
            agencyName: string;
            occupationEdition: string;
            occupationName: string;
            /** @description `特级技师` */
            levelName: string;
            /** @enum {string} */
            state: "refused" | "filed" | "proposed" | "confirmed";
        };
        PostView: {
            /** @enum {string} */
            level: "special-technician" | "chief-technician";
            /** Format: uuid */
            filingId: string;
            /** @description 13 characters. */
            siteCode: string;
            /** @description 职业编码 `d-dd-dd-dd`. */
            occupationCode: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            quota: number;
            /** @description 文号 of the plan that sets up the posts. */
            planNumber: string;
            validFrom: string;
            validUntil: string;
            id: string;
            organisationId: string;
            jurisdiction: string;
            agencyName: string;
            occupationEdition: string;
            occupationName: string;
            /** @description `特级技师` */
            levelName: string;
            /** @enum {string} */
            state: "refused" | "filed" | "proposed" | "confirmed";
        };
        PostPage: {
            items: components["schemas"]["PostView"][];
            next?: string;
        };
        AppointmentDto: {
            /** Format: uuid */
            postId: string;
            /** @description Since when the person holds 一级/高级技师. */
            seniorTechnicianSince: string;
            /** @description Works on the front line. */
            frontLine: boolean;
            /** @description `skill-certificate`, `work-proof`, `review-record` and `appointment-decision`. */
            evidence: components["schemas"]["EvidenceDto"][];
            name: string;
            /** @description 证件类型: key or official name. */
            documentType: string;
            documentNumber: string;
            /** @description Only where the document is no 居民身份证. */
            birthDate?: string;
        };
        AppointmentStepView: {
            at: string;
            /** @enum {string} */
            from: "refused" | "in-publicity" | "withdrawn" | "proposed" | "registered" | "re-assessment" | "ended";
            /** @enum {string} */
            to: "refused" | "in-publicity" | "withdrawn" | "proposed" | "registered" | "re-assessment" | "ended";
            opinion: string;
        };
        AppointmentView: {
            id: string;
            postId: string;
            organisationId: string;
            jurisdiction: string;
            /** @enum {string} */
            level: "special-technician" | "chief-technician";
            /** @description `首席技师` */
            levelName: string;
            nameMasked: string;
            documentMasked: string;
            /**
             * @description One of the states of an appointment.
             * @enum {string}
             */
            state: "refused" | "in-publicity" | "withdrawn" | "proposed" | "registered" | "re-assessment" | "ended";
            history: components["schemas"]["AppointmentStepView"][];
            proposedOn: string;
            publicityUntil?: string;
            /** @description The 特级技师 appointment on which a 首席技师 rests. */
            restsOn?: string;
            termFrom?: string;
            /** @description Last day of the term. */
            termUntil?: string;
            /** @description Absent while its number rule is open. */
            recordNumber?: string;
        };
        AppointmentPage: {
            items: components["schemas"]["AppointmentView"][];
            next?: string;
        };
        ReasonDto: {
            reason: string;
        };
        RunningAppointmentView: {
            appointmentId: string;
            agencyName: string;
            siteCode: string;
            regionCode: string;
            regionName: string;
            occupationCode: string;
            occupationName: string;
            /** @enum {string} */
            level: "special-technician" | "chief-technician";
            /** @description `首席技师` */
            levelName: string;
            publicityFrom: string;
            /** @description Last day of publicity. */
            publicityUntil: string;
        };
        RunningAppointmentPage: {
            items: components["schemas"]["RunningAppointmentView"][];
            next?: string;
        };
        PublicAppointmentView: {
            agencyName: string;
            occupationName: string;
            levelName: string;
            nameMasked: string;
            documentMasked: string;
            publicityFrom: string;
            publicityUntil: string;
        };
        HonourDto: {
            /**
             * @description Which of the things called 首席技师 it is; `ladder` is refused here, because it is an appointment.
             * @enum {string}
             */
            kind: "provincial-honour" | "city-honour" | "enterprise-scheme" | "ladder";
            /** @description GB/T 2260 prefecture; a provincial honour belongs to the province. */
            jurisdiction: string;
            givenOn: string;
            /** @description 文号 of the decision. */
            decisionNumber: string;
            name: string;
            /** @description 证件类型: key or official name. */
            documentType: string;
            documentNumber: string;
            /** @description Only where the document is no 居民身份证. */
            birthDate?: string;
        };
        HonourView: {
            id: string;
            /** @enum {string} */
            kind: "provincial-honour" | "city-honour" | "enterprise-scheme" | "ladder";
            /** @description What the kind is, so that nobody takes one for another. */
            kindName: string;
            organisationId: string;
            jurisdiction: string;
            nameMasked: string;
            documentMasked: string;
            givenOn: string;
            /** @description 文号 of the decision. */
            decisionNumber: string;
        };
        HonourPage: {
            items: components["schemas"]["HonourView"][];
            next?: string;
        };
        ChiefTechnicianCountsView: {
            /** @description 黑龙江省首席技师. */
            provincialHonour: number;
            /** @description 市级首席技师. */
            cityHonour: number;
            /** @description 企业首席技师. */
            enterpriseScheme: number;
            /** @description 首席技师 of the ladder, who hold the post today. */
            ladder: number;
        };
        ImportNumbersDto: {
            /** @description 证书编号, 22 characters each, at most 10,000. */
            numbers: string[];
        };
        RefusedNumberView: {
            /** @description Excel's number of the row, or the place in the list from 1. */
            row: number;
            field: string;
            rule: string;
            zh: string;
            en: string;
        };
        NumberImportView: {
            rows: number;
            kept: number;
            /** @description In the order of the rows; none repeats what stood there. */
            refused: components["schemas"]["RefusedNumberView"][];
        };
        VoidNumbersDto: {
            /**
             * @description Stands in the public log.
             * @enum {string}
             */
            reason: "test-run" | "used-outside" | "ministry-withdrew" | "series-damaged" | "other";
            number?: string;
            siteCode?: string;
            /** @enum {string} */
            level?: "1" | "2" | "3" | "4" | "5";
            /** @default 1 */
            count: number;
            /**
             * @description For the register only; names nobody.
             * @default
             */
            note: string;
        };
        VoidedNumbersView: {
            numbers: string[];
        };
        SerialRangeView: {
            first: number;
            last: number;
        };
        SeriesView: {
            /** @enum {string} */
            origin: "drawn" | "imported";
            siteCode: string;
            /** @description Of the body; absent when no filing names the site. */
            organisationId?: string;
            agencyName?: string;
            year: number;
            /** @description `5` lowest … `1` highest. */
            level: string;
            lastSerial: number;
            /** @description Serials that a certificate bears, whatever its status. */
            issued: number;
            voided: number;
            /** @description Imported and free. */
            importedFree: number;
            /** @description Serials given out that neither a certificate nor a void accounts for: must be empty. */
            gaps: components["schemas"]["SerialRangeView"][];
            /** @description Serials that a certificate bears although nobody gave them out, or although they were voided: must be empty. */
            strays: components["schemas"]["SerialRangeView"][];
        };
        SeriesPageView: {
            items: components["schemas"]["SeriesView"][];
            next?: string;
        };
        BlankView: {
            /** @enum {string} */
            state: "granted" | "on-hand" | "used" | "spoiled" | "destroyed";
            /** @enum {string} */
            spoilReason?: "misprint" | "damaged" | "lost" | "returned" | "other";
            id: string;
            /** @description 印制流水码, never a 证书编号. */
            serial: string;
            organisationId: string;
            jurisdiction: string;
            /** @description Printed on it, also when the print was spoiled afterwards. */
            certificateId?: string;
            usedBy?: string;
            usedAt?: string;
            spoilNote?: string;
            spoiledBy?: string;
            spoiledAt?: string;
            destructionId?: string;
        };
        BlankPage: {
            items: components["schemas"]["BlankView"][];
            next?: string;
        };
        AssignBlankDto: {
            /** @description The lowest serial on hand when absent. */
            serial?: string;
        };
        SpoilDto: {
            /** @enum {string} */
            reason: "misprint" | "damaged" | "lost" | "returned" | "other";
            /**
             * @description Names nobody.
             * @default
             */
            note: string;
        };
        BlankBalanceView: {
            organisationId: string;
            jurisdiction: string;
            granted: number;
            received: number;
            onHand: number;
            used: number;
            spoiled: number;
            destroyed: number;
        };
        BlankBalancePage: {
            items: components["schemas"]["BlankBalanceView"][];
            next?: string;
        };
        AskBlanksDto: {
            /** @description Blanks wanted. */
            quantity: number;
        };
        SupplyRequestView: {
            /** @enum {string} */
            state: "requested" | "granted" | "received" | "refused";
            id: string;
            organisationId: string;
            agencyName: string;
            jurisdiction: string;
            quantity: number;
            askedBy: string;
            /** @description RFC 3339. */
            askedAt: string;
            decidedBy?: string;
            decidedAt?: string;
            refusalReason?: string;
            firstSerial?: string;
            lastSerial?: string;
            receivedBy?: string;
            receivedAt?: string;
        };
        SupplyRequestPage: {
            items: components["schemas"]["SupplyRequestView"][];
            next?: string;
        };
        GrantBlanksDto: {
            /** @description 印制流水码 of the first blank: letters and digits. */
            firstSerial: string;
            lastSerial: string;
        };
        RefuseBlanksDto: {
            reason: string;
        };
        ProposeDestructionDto: {
            /** @description 印制流水码 of blanks on hand and of spoiled ones. */
            serials: string[];
        };
        DestructionView: {
            /** @enum {string} */
            state: "proposed" | "done" | "refused";
            id: string;
            organisationId: string;
            jurisdiction: string;
            quantity: number;
            proposedBy: string;
            proposedAt: string;
            decidedBy?: string;
            decidedAt?: string;
            refusalReason?: string;
        };
        DestructionPage: {
            items: components["schemas"]["DestructionView"][];
            next?: string;
        };
        DraftPackageDto: {
            /** @description Days of issue, both included. */
            from: string;
            until: string;
            /** @description Only of this body. */
            organisationId?: string;
            /**
             * @description Also those that the centre refused before: what was wrong is right now.
             * @default false
             */
            withRefused: boolean;
        };
        DraftedPackageView: {
            /** @enum {string} */
            state: "drafted" | "sent" | "partly-acknowledged" | "acknowledged";
            /** @description Certificates of the period that no package has yet: draft another. */
            left: number;
            id: string;
            jurisdiction: string;
            /** @description Days of issue, both included. */
            issuedFrom: string;
            issuedUntil: string;
            /** @description Absent for all bodies. */
            organisationId?: string;
            /** @description Of the column map. */
            mapVersion: string;
            /** @description Certificates. */
            quantity: number;
            draftedBy: string;
            draftedAt: string;
            sentBy?: string;
            sentAt?: string;
            sentSha256?: string;
        };
        PackageView: {
            /** @enum {string} */
            state: "drafted" | "sent" | "partly-acknowledged" | "acknowledged";
            id: string;
            jurisdiction: string;
            /** @description Days of issue, both included. */
            issuedFrom: string;
            issuedUntil: string;
            /** @description Absent for all bodies. */
            organisationId?: string;
            /** @description Of the column map. */
            mapVersion: string;
            /** @description Certificates. */
            quantity: number;
            draftedBy: string;
            draftedAt: string;
            sentBy?: string;
            sentAt?: string;
            sentSha256?: string;
        };
        PackagePage: {
            items: components["schemas"]["PackageView"][];
            next?: string;
        };
        PackageFileView: {
            /** @description Hex. */
            sha256: string;
            exportId: string;
            rows: number;
            madeBy: string;
            madeAt: string;
        };
        AnswerCountsView: {
            accepted: number;
            refused: number;
            unanswered: number;
        };
        PackageColumnView: {
            header: string;
            /** @description False: the centre's columns are not known, this one is a guess. */
            sourced: boolean;
            /** @description False: the registry does not hold it, the column stays empty. */
            held: boolean;
        };
        ManifestView: {
            /** @enum {string} */
            state: "drafted" | "sent" | "partly-acknowledged" | "acknowledged";
            id: string;
            jurisdiction: string;
            /** @description Days of issue, both included. */
            issuedFrom: string;
            issuedUntil: string;
            /** @description Absent for all bodies. */
            organisationId?: string;
            /** @description Of the column map. */
            mapVersion: string;
            /** @description Certificates. */
            quantity: number;
            draftedBy: string;
            draftedAt: string;
            sentBy?: string;
            sentAt?: string;
            sentSha256?: string;
            /** @description Each workbook that was made of it through the exports. */
            files: components["schemas"]["PackageFileView"][];
            answers: components["schemas"]["AnswerCountsView"];
            columns: components["schemas"]["PackageColumnView"][];
        };
        SendPackageDto: {
            /** @description Of the workbook that was sent, hex: one of the manifest's `files`. */
            sha256: string;
        };
        MatchCountsView: {
            /** @description Lines that get their answer. */
            matched: number;
            /** @description Lines that have this answer already. */
            repeated: number;
            /** @description Lines that were answered otherwise: they stay as they are. */
            mismatched: number;
            /** @description Numbers that are not in the package. */
            unmatched: number;
            bad: number;
            /** @description Lines that are still without an answer. */
            missing: number;
        };
        MatchedRowView: {
            /** @enum {string} */
            answer: "accepted" | "refused";
            /** @enum {string} */
            match: "matched" | "repeated" | "mismatched" | "unmatched";
            /** @description Excel's number. */
            row: number;
            number: string;
        };
        BadRowView: {
            /** @description Excel's number. */
            row: number;
            field: string;
            rule: string;
            zh: string;
            en: string;
        };
        MatchingView: {
            package: components["schemas"]["PackageView"];
            counts: components["schemas"]["MatchCountsView"];
            /** @description Those that need somebody to look: mismatched and unmatched ones, and refusals. */
            rows: components["schemas"]["MatchedRowView"][];
            bad: components["schemas"]["BadRowView"][];
        };
        RefusalPage: {
            items: components["schemas"]["RefusalView"][];
            next?: string;
        };
        WordingView: {
            zh: string;
            en: string;
        };
        IssuedLineView: {
            organisationId: string;
            agencyName: string;
            occupationCode: string;
            /** @description Edition of the 职业分类大典: 1999, 2015 or 2022. */
            occupationEdition: string;
            occupationName: string;
            /** @description 工种; empty when the occupation has none. */
            specialty: string;
            /** @description `5` lowest … `1` highest. */
            levelDigit: string;
            /** @description `三级/高级工` */
            levelName: string;
            /** @description `YYYY-MM`, where months were asked for. */
            month?: string;
            /** @description Certificates issued, in 人次. */
            quantity: number;
        };
        IssueListView: {
            titles: components["schemas"]["WordingView"];
            /** @description Of all lines. */
            quantity: number;
            /** @description Lines to sign, in this order. */
            signatures: components["schemas"]["WordingView"][];
            from: string;
            until: string;
            lines: components["schemas"]["IssuedLineView"][];
        };
        StatisticsView: {
            from: string;
            until: string;
            lines: components["schemas"]["IssuedLineView"][];
        };
        AskPrintDto: {
            /**
             * Format: uuid
             * @description An issued roll; all its certificates are in the file, in the order of their numbers.
             */
            rollId: string;
        };
        PrintJobView: {
            /** @enum {string} */
            state: "queued" | "running" | "ready" | "cancelled" | "failed" | "expired";
            id: string;
            rollId: string;
            organisationId: string;
            jurisdiction: string;
            askedBy: string;
            /** @description ISO 8601 */
            askedAt: string;
            /** @description Certificates of the roll. */
            total: number;
            /** @description Certificates whose pages are made. */
            done: number;
            /** @description Bytes of the file, once it is ready. */
            bytes: number | null;
            /** @description The problem that ended it, such as `certificate/glyph-missing`. */
            failure: string | null;
            /** @description ISO 8601; until then the file can be fetched. */
            expiresAt: string | null;
        };
        PrintJobPage: {
            items: components["schemas"]["PrintJobView"][];
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
    ResultRoll_list: {
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
                    "application/json": components["schemas"]["RollPage"];
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
    ResultRoll_get: {
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
                    "application/json": components["schemas"]["RollDetailView"];
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
    ResultRoll_issue: {
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
                    "application/json": components["schemas"]["RollView"];
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
    Certificate_list: {
        parameters: {
            query?: {
                /** @description Only certificates of this roll. */
                rollId?: string;
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
                    "application/json": components["schemas"]["CertificatePage"];
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
    Certificate_get: {
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
                    "application/json": components["schemas"]["CertificateView"];
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
    Certificate_pdf: {
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
    Certificate_credential: {
        parameters: {
            query: {
                /** @description `vc+jwt` shows everything; of `dc+sd-jwt` the holder shows what they choose. */
                form: "vc+jwt" | "dc+sd-jwt";
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
                    "text/plain": string;
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
    SigningKey_published: {
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
                    "application/json": components["schemas"]["KeySetView"];
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
    SigningKey_authority: {
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
                    "application/pem-certificate-chain": string;
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
    KeyChange_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description 1–128 printable characters, new for each creation */
                "Idempotency-Key": string;
            };
            path: {
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyChangeReasonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyChangeView"];
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
    KeyChange_compromise: {
        parameters: {
            query?: never;
            header: {
                /** @description 1–128 printable characters, new for each creation */
                "Idempotency-Key": string;
            };
            path: {
                kid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyChangeReasonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyChangeView"];
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
    KeyChange_list: {
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
                    "application/json": components["schemas"]["KeyChangePage"];
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
    KeyChange_confirm: {
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
                    "application/json": components["schemas"]["KeyChangeView"];
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
    KeyChange_refuse: {
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
                "application/json": components["schemas"]["KeyChangeReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyChangeView"];
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
    StatusList_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: number;
                form: "revocation" | "message" | "token";
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
                    "application/jwt": string;
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
    Log_checkpoint: {
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
                    "text/plain": string;
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
    Log_key: {
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
                    "application/json": components["schemas"]["LogKeyView"];
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
    Log_tile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                "*": string;
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
                    "application/octet-stream": string;
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
    LogStatus_status: {
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
                    "application/json": components["schemas"]["LogStatusView"];
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
    Change_list: {
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
                    "application/json": components["schemas"]["ChangePage"];
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
    Change_propose: {
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
                "application/json": components["schemas"]["ProposalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeView"];
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
    Change_get: {
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
                    "application/json": components["schemas"]["ChangeView"];
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
    Change_approve: {
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
                    "application/json": components["schemas"]["ChangeView"];
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
    Change_refuse: {
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
                    "application/json": components["schemas"]["ChangeView"];
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
    Change_withdraw: {
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
                    "application/json": components["schemas"]["ChangeView"];
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
                    "application/json": components["schemas"]["CorrectionRequestPage"];
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
    CorrectionRequest_get: {
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
                    "application/json": components["schemas"]["OpenedRequestView"];
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
    CorrectionRequest_accept: {
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
                "application/json": components["schemas"]["AcceptanceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionRequestView"];
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
    CorrectionRequest_refuse: {
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
                "application/json": components["schemas"]["RequestRefusalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionRequestView"];
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
    Award_list: {
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
                    "application/json": components["schemas"]["AwardPage"];
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
    Award_draft: {
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
                "application/json": components["schemas"]["AwardContentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardFiledView"];
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
    Award_addRows: {
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
                "application/json": components["schemas"]["AwardRowsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardFiledView"];
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
    Award_get: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_submit: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_withdraw: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_accept: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_approve: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_refuse: {
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
                "application/json": components["schemas"]["RefusalDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_publish: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_close: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    Award_issue: {
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
                    "application/json": components["schemas"]["AwardDetailView"];
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
    AwardRow_get: {
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
                    "application/json": components["schemas"]["AwardRowDetailView"];
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
    AwardRow_object: {
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
                "application/json": components["schemas"]["ObjectionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardDetailView"];
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
    AwardRow_decideObjection: {
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
                "application/json": components["schemas"]["ObjectionDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardDetailView"];
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
    AwardPublicity_running: {
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
                    "application/json": components["schemas"]["RunningAwardPage"];
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
    AwardPublicity_list: {
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
                    "application/json": components["schemas"]["PublicAwardView"];
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
    AwardPublicity_norms: {
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
                    "application/json": components["schemas"]["SkillNormPage"];
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
    AwardPublicity_publishNorm: {
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
                "application/json": components["schemas"]["SkillNormDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillNormView"];
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
    Post_list: {
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
                    "application/json": components["schemas"]["PostPage"];
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
    Post_propose: {
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
                "application/json": components["schemas"]["PostDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDetailView"];
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
    Post_get: {
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
                    "application/json": components["schemas"]["PostDetailView"];
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
    Post_confirm: {
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
                    "application/json": components["schemas"]["PostDetailView"];
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
    Post_file: {
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
                    "application/json": components["schemas"]["PostDetailView"];
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
    Post_refuse: {
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
                    "application/json": components["schemas"]["PostDetailView"];
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
    Appointment_list: {
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
                    "application/json": components["schemas"]["AppointmentPage"];
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
    Appointment_propose: {
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
                "application/json": components["schemas"]["AppointmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_get: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_confirm: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_withdraw: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_register: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_refuse: {
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
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_openReAssessment: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_renew: {
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
                    "application/json": components["schemas"]["AppointmentView"];
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
    Appointment_end: {
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
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentView"];
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
    AppointmentPublicity_running: {
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
                    "application/json": components["schemas"]["RunningAppointmentPage"];
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
    AppointmentPublicity_get: {
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
                    "application/json": components["schemas"]["PublicAppointmentView"];
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
    Honour_list: {
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
                    "application/json": components["schemas"]["HonourPage"];
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
    Honour_record: {
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
                "application/json": components["schemas"]["HonourDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HonourView"];
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
    Honour_counts: {
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
                    "application/json": components["schemas"]["ChiefTechnicianCountsView"];
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
    Number_importRows: {
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
                "application/json": components["schemas"]["ImportNumbersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberImportView"];
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
    Number_importWorkbook: {
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
                    "application/json": components["schemas"]["NumberImportView"];
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
    Number_voidNumbers: {
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
                "application/json": components["schemas"]["VoidNumbersDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoidedNumbersView"];
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
    Number_series: {
        parameters: {
            query: {
                /** @description Of issue; this year when absent. */
                year?: number;
                siteCode?: string;
                after?: string;
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
                    "application/json": components["schemas"]["SeriesPageView"];
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
    Blank_list: {
        parameters: {
            query?: {
                state?: "granted" | "on-hand" | "used" | "spoiled" | "destroyed";
                serial?: string;
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
                    "application/json": components["schemas"]["BlankPage"];
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
    Blank_assign: {
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
                "application/json": components["schemas"]["AssignBlankDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlankView"];
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
    Blank_spoil: {
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
                "application/json": components["schemas"]["SpoilDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlankView"];
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
    Blank_balances: {
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
                    "application/json": components["schemas"]["BlankBalancePage"];
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
    SupplyRequest_list: {
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
                    "application/json": components["schemas"]["SupplyRequestPage"];
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
    SupplyRequest_ask: {
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
                "application/json": components["schemas"]["AskBlanksDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplyRequestView"];
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
    SupplyRequest_grant: {
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
                "application/json": components["schemas"]["GrantBlanksDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplyRequestView"];
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
    SupplyRequest_refuse: {
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
                "application/json": components["schemas"]["RefuseBlanksDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplyRequestView"];
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
    SupplyRequest_receive: {
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
                    "application/json": components["schemas"]["SupplyRequestView"];
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
    Destruction_list: {
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
                    "application/json": components["schemas"]["DestructionPage"];
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
    Destruction_propose: {
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
                "application/json": components["schemas"]["ProposeDestructionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
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
    Destruction_confirm: {
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
                    "application/json": components["schemas"]["DestructionView"];
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
    Destruction_refuse: {
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
                "application/json": components["schemas"]["RefuseBlanksDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
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
    HandOverPackage_list: {
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
                    "application/json": components["schemas"]["PackagePage"];
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
    HandOverPackage_draft: {
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
                "application/json": components["schemas"]["DraftPackageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftedPackageView"];
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
    HandOverPackage_get: {
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
                    "application/json": components["schemas"]["ManifestView"];
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
    HandOverPackage_send: {
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
                "application/json": components["schemas"]["SendPackageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackageView"];
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
    HandOverPackage_preview: {
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
                    "application/json": components["schemas"]["MatchingView"];
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
    HandOverPackage_acknowledge: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchingView"];
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
    HandOverPackage_refusals: {
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
                    "application/json": components["schemas"]["RefusalPage"];
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
    Statistics_issueList: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                /** @description Only this body. */
                organisationId?: string;
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
                    "application/json": components["schemas"]["IssueListView"];
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
    Statistics_issueListWorkbook: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                /** @description Only this body. */
                organisationId?: string;
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
    Statistics_statistics: {
        parameters: {
            query: {
                from?: string;
                until?: string;
                /** @description Only this body. */
                organisationId?: string;
                /** @description A line per month of issue. */
                months: boolean;
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
    PrintJob_list: {
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
                    "application/json": components["schemas"]["PrintJobPage"];
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
    PrintJob_ask: {
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
                "application/json": components["schemas"]["AskPrintDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintJobView"];
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
    PrintJob_get: {
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
                    "application/json": components["schemas"]["PrintJobView"];
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
    PrintJob_cancel: {
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
                    "application/json": components["schemas"]["PrintJobView"];
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
    PrintJob_file: {
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
}
