import { defineCommon } from './define-common.ts';

defineCommon();
