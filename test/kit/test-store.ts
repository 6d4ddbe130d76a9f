import { describe } from 'vitest';
import { testAttestations } from './store-attestations.ts';
import { testAuditLog } from './store-audit-log.ts';
import { testConversations } from './store-conversations.ts';
import { testFindingLists } from './store-finding-lists.ts';
import { testFindings } from './store-findings.ts';
import { testFreezes } from './store-freezes.ts';
import { testLeases } from './store-leases.ts';
import { testMarks } from './store-marks.ts';
import { testOutbox } from './store-outbox.ts';
import { testOutboxCards } from './store-outbox-cards.ts';
import { testRemediationLists } from './store-remediation-lists.ts';
import { testRemediations } from './store-remediations.ts';
import type { Open } from './store-samples.ts';
import { testScans } from './store-scans.ts';
import { testSecondFactors } from './store-second-factors.ts';
import { testTransactions } from './store-transactions.ts';

/** Every promise of the store's port, for whatever keeps it. */
export function testStore(name: string, open: Open): void {
  describe(`${name} keeps the promises of a store`, () => {
    testFindings(open);
    testFindingLists(open);
    testScans(open);
    testOutbox(open);
    testOutboxCards(open);
    testAuditLog(open);
    testMarks(open);
    testConversations(open);
    testRemediations(open);
    testRemediationLists(open);
    testLeases(open);
    testFreezes(open);
    testAttestations(open);
    testSecondFactors(open);
    testTransactions(open);
  });
}
