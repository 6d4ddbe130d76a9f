import guidance from '../../../../remedies/aws/eks/steps-secrets-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
