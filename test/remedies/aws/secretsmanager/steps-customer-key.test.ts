import guidance from '../../../../remedies/aws/secretsmanager/steps-customer-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
