/** What moto's AWS Backup does not know, kept as AWS Backup keeps it: what plans select, and nothing backed up yet. */
export interface KeptBackup {
  /** The answer to a call, as JSON; null: moto's to answer. */
  answer(call: { readonly method: string; readonly url: string; readonly body: string }): object | null;
  reset(): void;
}

export function keepBackup(): KeptBackup {
  let kept: { readonly plan: string; readonly id: string; readonly selection: object }[] = [];
  return {
    reset() {
      kept = [];
    },
    answer({ method, url, body }) {
      const path = url.split('?')[0] ?? '';
      if (path === '/resources') return { Results: [] };
      if (path === '/account-settings') return { ResourceTypeOptInPreference: {} };
      const [, plan = '', id] = /^\/backup\/plans\/([^/]+)\/selections(?:\/([^/]*))?$/.exec(path) ?? [];
      if (plan === '') return null;
      if (method === 'PUT') {
        const added = { plan, id: `s-${kept.length}`, selection: JSON.parse(body).BackupSelection };
        kept.push(added);
        return { SelectionId: added.id, BackupPlanId: plan };
      }
      const of = kept.filter((one) => one.plan === plan);
      if (!id)
        return { BackupSelectionsList: of.map((one) => ({ SelectionId: one.id, BackupPlanId: plan })) };
      return { BackupSelection: of.find((one) => one.id === id)?.selection, SelectionId: id };
    },
  };
}
