import guidance from '../../../../remedies/aws/kms/steps-enclave.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
