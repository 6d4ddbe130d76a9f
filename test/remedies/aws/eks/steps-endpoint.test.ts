import guidance from '../../../../remedies/aws/eks/steps-endpoint.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
