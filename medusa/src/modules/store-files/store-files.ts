import type {
  ProviderFileResultDTO,
  ProviderGetPresignedUploadUrlDTO,
  ProviderUploadFileDTO,
  ProviderUploadStreamDTO,
} from '@medusajs/framework/types';
import { MedusaError, type AbstractFileProviderService } from '@medusajs/framework/utils';
import fileS3 from '@medusajs/medusa/file-s3';
import { contentOf, isTable, notAPicture, pictureOf } from '../files/kind.ts';

interface StoreProvider extends AbstractFileProviderService {
  getPresignedUploadUrl(file: ProviderGetPresignedUploadUrlDTO): Promise<ProviderFileResultDTO>;
}

const [S3Files] = fileS3.default.services;
if (!S3Files) throw new Error('Medusa has no provider for object stores.');

/**
 * Files in an object store, by the same rule as on the disk: pictures by their content are public, all
 * else is private. Links to private files are signed by the store and last an hour; see to it that the
 * store erases what lies below `private/` after a day.
 */
export class StoreFiles extends (S3Files as new (...given: unknown[]) => StoreProvider) {
  static identifier = 's3';

  override async upload(file: ProviderUploadFileDTO): Promise<ProviderFileResultDTO> {
    if (file.access !== 'public') return super.upload(asPrivate(file));
    const content = contentOf(file);
    const picture = await pictureOf(content);
    if (picture) {
      const filename = `${file.filename.replace(/\.[^.]*$/, '')}.${picture.ending}`;
      return super.upload({ ...file, filename, mimeType: picture.type });
    }
    if (isTable(content, file)) return super.upload(asPrivate(file));
    throw notAPicture(file.filename);
  }

  override getUploadStream(file: ProviderUploadStreamDTO): ReturnType<StoreProvider['getUploadStream']> {
    return super.getUploadStream(asPrivate(file));
  }

  /** For tables to import alone: what a browser sends to the store itself, nobody here has judged. */
  override getPresignedUploadUrl(file: ProviderGetPresignedUploadUrlDTO): Promise<ProviderFileResultDTO> {
    if (!/\.(csv|vnd\.ms-excel)$/i.test(file.filename)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        'Only a table (CSV) is sent to the object store directly: upload pictures to /admin/uploads.',
      );
    }
    return super.getPresignedUploadUrl(asPrivate(file));
  }
}

/** Under a folder of its own, which the store's life cycle can name. */
function asPrivate<File extends { filename: string }>(file: File): File & { access: 'private' } {
  return { ...file, filename: `private/${file.filename}`, access: 'private' };
}
