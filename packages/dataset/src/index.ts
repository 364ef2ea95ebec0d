export { announce } from './announce.ts'
export { type BuildContext, type BuiltFiles, type Dataset, defineDataset, type SourceFile } from './defineDataset.ts'
export { fromJsonLines, toJsonLines } from './jsonLines.ts'
