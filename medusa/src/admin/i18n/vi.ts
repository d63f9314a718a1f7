import { figuresIn, type Figures } from './figures.ts';
import { confirmation } from './vi/confirmation.ts';
import { delivery } from './vi/delivery.ts';
import { desk } from './vi/desk.ts';
import { events } from './vi/events.ts';
import { lots } from './vi/lots.ts';
import { orderMessages } from './vi/order-messages.ts';
import { orders } from './vi/orders.ts';
import { page } from './vi/page.ts';
import { people } from './vi/people.ts';
import { recalls } from './vi/recalls.ts';
import { refusal } from './vi/refusal.ts';
import { reports } from './vi/reports.ts';
import { scans, suspicious } from './vi/scans.ts';
import { selling } from './vi/selling.ts';
import { stamps } from './vi/stamps.ts';
import { statements } from './vi/statements.ts';
import { transfers } from './vi/transfers.ts';

const figures: Figures = figuresIn('vi');

/** All messages of the staff screens. */
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
    held: 'Hàng tạm dừng bán',
    recalls: 'Thu hồi',
    delivery: 'Phí giao hàng',
    transfers: 'Chuyển khoản và thẻ',
    statements: 'Bảng kê chủ thể',
    people: 'Người dùng',
  },
  page,
  people,
  delivery,
  desk,
  lots,
  orders,
  stamps,
  scans,
  suspicious,
  reports,
  recalls,
  selling,
  statements,
  transfers,
  events,
  confirmation,
  orderMessages,
  refusal,
};
