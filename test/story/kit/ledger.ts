import Sqlite from 'better-sqlite3';

export interface Kept {
  readonly handle: string;
  readonly check_id: string;
  readonly resource: string;
  readonly account: string;
  readonly severity: string;
  readonly because: string;
  readonly status: 'open' | 'resolved';
  readonly resolution: 'fixed' | 'gone' | 'notApplicable' | null;
  readonly regressions: number;
  readonly triage: string;
  readonly history: string;
}

export interface Ledger {
  readonly findings: readonly Kept[];
  readonly scans: readonly { id: string; state: string; error: string | null; calls: number }[];
  readonly audit: readonly { seq: number; action: string; actor: string; subject: string }[];
  readonly integrity: string;
}

/** What the database file says, read by SQLite alone: the product's own reading is not asked. */
export function ledgerOf(file: string): Ledger {
  const db = new Sqlite(file, { readonly: true });
  try {
    const all = <T>(sql: string) => db.prepare(sql).all() as T[];
    return {
      findings: all<Kept>(
        `select handle, check_id, resource, account, severity, because, status, resolution, regressions, triage,
          (select group_concat(change, ' ') from
            (select change from history h where h.fingerprint = f.fingerprint order by id)) as history
          from findings f order by check_id, resource`,
      ),
      scans: all('select id, state, error, calls from scans order by started_at, rowid'),
      audit: all('select seq, action, actor, subject from audit order by seq'),
      integrity: db.pragma('integrity_check', { simple: true }) as string,
    };
  } finally {
    db.close();
  }
}

/** What one scan wrote into the history. */
export function historyOf(file: string, scan: string): readonly { handle: string; change: string }[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const lines = db.prepare(
      'select handle, change from history join findings using (fingerprint) where scan = ? order by id',
    );
    return lines.all(scan) as { handle: string; change: string }[];
  } finally {
    db.close();
  }
}
