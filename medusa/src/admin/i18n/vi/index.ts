import { figuresIn, type Figures } from '../figures.ts';
import { events } from './events.ts';
import { lots } from './lots.ts';
import { orders } from './orders.ts';
import { page } from './page.ts';
import { recalls } from './recalls.ts';
import { refusal } from './refusal.ts';
import { reports } from './reports.ts';
import { scans, suspicious } from './scans.ts';
import { stamps } from './stamps.ts';

const figures: Figures = figuresIn('vi');

/** All words of the staff screens. */
export const vi = {
  lang: 'vi' as 'vi' | 'en',
  figures,
  menu: {
    traceability: 'Truy xuất nguồn gốc',
    lots: 'Lô hàng',
    orders: 'Đặt và in tem',
    scans: 'Lượt quét',
    suspicious: 'Mã đáng ngờ',
    reports: 'Người mua báo',
    recalls: 'Thu hồi',
  },
  page,
  lots,
  orders,
  stamps,
  scans,
  suspicious,
  reports,
  recalls,
  events,
  refusal,
};
