import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface ListedPlan {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
}

/** The backup plans of the region: asked once per scan. */
export const backupPlans = (reader: AwsReader, region: string): Promise<readonly ListedPlan[]> =>
  reader.remember(`backup:ListBackupPlans:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const pages = backup.paginateListBackupPlans({});
    const plans: ListedPlan[] = [];
    for await (const told of itemsOf(pages, (page) => page.BackupPlansList, 'ListBackupPlans')) {
      const id = present(told.BackupPlanId, 'BackupPlanId');
      plans.push({ arn: present(told.BackupPlanArn, 'BackupPlanArn'), id, name: told.BackupPlanName ?? id });
    }
    return plans;
  });
