export { bytesToDownload } from './announce.ts'
export {
  type BuildContext,
  type BuiltFiles,
  type Dataset,
  defineDataset,
  type ReadBuilt,
  type SourceFile,
} from './defineDataset.ts'
export { fromFloat32Bytes, toFloat32Bytes } from './float32.ts'
export { fromJsonLines, toJsonLines } from './jsonLines.ts'
export { checkLocalCheckout, checkLocalFiles, localFolder, readFilesManifest } from './localFiles.ts'
