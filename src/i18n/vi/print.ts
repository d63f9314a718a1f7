/** What stands on paper alone. */
export const print = {
  stars: 'Sao',
  until: 'Còn đến hết ngày',
  noDecision: 'Chưa có',
  part: (page: number, of: number) =>
    `Danh sách dài hơn một bản in: đây là trang ${page} trong ${of} trang của danh sách.`,
  note: (date: string) =>
    `Sao và quyết định tính đến ngày ${date}. Chỉ ghi sao có quyết định còn hiệu lực và nguồn kiểm chứng được.`,
  printedOn: (date: string) => `In ngày ${date}`,
  page: 'Trang',
};
