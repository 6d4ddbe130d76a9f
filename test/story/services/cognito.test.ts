import { tellService } from './kit.ts';

tellService({
  title: 'every check of Cognito, on moto',
  checks: ['aws/cognito/'],
  async seed(sdk) {
    const cognito = await sdk('cognito');
    for (const [PoolName, MfaConfiguration] of [
      ['asking', 'ON'],
      ['leaving', 'OPTIONAL'],
      ['never', 'OFF'],
    ] as const) {
      const { UserPool } = await cognito.createUserPool({ PoolName });
      await cognito.setUserPoolMfaConfig({
        UserPoolId: UserPool?.Id,
        MfaConfiguration,
        ...(MfaConfiguration !== 'OFF' && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
      });
    }
  },
  expects: { 'aws/cognito/mfa': { pass: ['asking'], fail: ['leaving', 'never'] } },
});
