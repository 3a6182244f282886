import { compilePrograms } from './measure.ts';
await compilePrograms('/work/main/.cache/zz', ['zz-edit','plain-build','bare','read']);
