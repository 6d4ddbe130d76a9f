import { createHash } from 'node:crypto';
import { auditExport, auditVerdict } from '#src/chat/views/audit';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

/** A file of this many records is still carried by every chat. */
const mostRecords = 20_000;

export default defineCommand({
  name: 'audit',
  summary: 'Proves that the audit log is whole, or writes it to a file.',
  examples: ['audit verify', 'audit export', 'audit export from:20001'],
  role: 'viewer',
  to: 'export the audit log',
  args: {
    action: arg.choice('what to do', ['verify', 'export'], true),
    from: arg.number('the first record to write', { min: 1 }).named,
  },
  needs: (values) => (values.action === 'export' ? 'admin' : 'viewer'),
  async run(values, call) {
    const { audit } = call.services;
    if (values.action !== 'export' && values.from !== undefined)
      return refusal({
        says: 'The audit log is always verified from its first record.',
        next: 'Say `audit verify`, or `audit export` with `from:`.',
      });
    if (values.action !== 'export') return auditVerdict(await audit.verify());
    const lines: string[] = [];
    let first = 0;
    let last = 0;
    let nextFrom: number | null = null;
    for await (const record of audit.export(values.from, call)) {
      if (lines.length === mostRecords) {
        nextFrom = record.seq;
        break;
      }
      if (lines.length === 0) first = record.seq;
      last = record.seq;
      lines.push(JSON.stringify(record));
    }
    const text = lines.map((line) => `${line}\n`).join('');
    return auditExport({
      name: `audit-${first}-${last}.jsonl`,
      text,
      records: lines.length,
      first,
      last,
      sha256: createHash('sha256').update(text).digest('hex'),
      nextFrom,
    });
  },
});
