/**
 * Old communes that were split on 1/7/2025 between more than one commune of today. The address
 * database gives each old commune one successor only, which would make a wrong answer look certain.
 * Known for Quảng Ninh, Hà Tĩnh and the old districts Quế Võ, Mỹ Hào, Ý Yên and Duy Tiên; facts
 * from tranngocminhhieu/vietnamadminunits (MIT). Elsewhere 451 more are not listed here.
 */
export const FURTHER_SUCCESSORS: readonly { old: string; current: string }[] = [
  { old: '06655', current: '06706' }, // Phường Hà Khẩu
  { old: '07042', current: '07030' }, // Xã Đồng Lâm
  { old: '06799', current: '06886' }, // Xã Hải Hòa
  { old: '06820', current: '06811' }, // Phường Trưng Vương
  { old: '06853', current: '06862' }, // Xã Vô Ngại
  { old: '06868', current: '06862' }, // Xã Đại Dực
  { old: '06877', current: '06862' }, // Xã Đông Ngũ
  { old: '06880', current: '06862' }, // Xã Yên Than
  { old: '06886', current: '06970' }, // Xã Hải Lạng
  { old: '06886', current: '06799' }, // Xã Hải Lạng
  { old: '06946', current: '06922' }, // Xã Quảng Long
  { old: '07093', current: '07090' }, // Phường Đức Chính
  { old: '07180', current: '07168' }, // Xã Liên Hòa
  { old: '13324', current: '13330' }, // Phường Hòa Mạc
  { old: '13354', current: '13366' }, // Phường Tiên Nội
  { old: '13357', current: '13366' }, // Phường Hoàng Đông
  { old: '13363', current: '13366' }, // Xã Tiên Ngoại
  { old: '18082', current: '18652' }, // Phường Đại Nài
  { old: '18796', current: '18832' }, // Xã Kỳ Lợi
  { old: '18796', current: '18754' }, // Xã Kỳ Lợi
];
