import { tellService } from './kit.ts';

const names: Record<string, string> = {};

tellService({
  title: 'every check of KMS, on moto',
  checks: ['aws/kms/key-pending-deletion', 'aws/kms/key-public', 'aws/kms/key-rotation'],
  async seed(sdk) {
    const kms = await sdk('kms');
    for (const name of ['plain', 'rotating', 'doomed']) {
      const { KeyMetadata } = await kms.createKey({ Description: name });
      names[name] = KeyMetadata?.KeyId ?? '';
    }
    await kms.enableKeyRotation({ KeyId: names['rotating'] });
    await kms.scheduleKeyDeletion({ KeyId: names['doomed'], PendingWindowInDays: 7 });
  },
  get expects() {
    const { plain = '', rotating = '', doomed = '' } = names;
    return {
      'aws/kms/key-pending-deletion': { pass: [plain, rotating], fail: [doomed] },
      'aws/kms/key-public': { pass: [plain, rotating, doomed] },
      'aws/kms/key-rotation': { fail: [plain], pass: [rotating], notApplicable: [doomed] },
    };
  },
});
