"""The 2024 rule set says what the data dictionary promises, name by name.

The tables are carried over by hand from the dictionary that spreadsheets and apps rely on; the rules are written out in
the same words and compared, so that a drift of either shows.
"""

# ruff: noqa: E501 – the tables are read by their columns

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import xeploai
from tests.ruled import FILE, lam_dong
from xeploai.exact import write_share
from xeploai.model.condition import Alternative, Criterion
from xeploai.model.fact import Count, Fact, FactType, Term
from xeploai.model.kind import PerKind, members
from xeploai.model.label import Label
from xeploai.model.measure import Answers, Measure, Meets, Rated, Ratio, Share, Value
from xeploai.model.ruleset import kinds_of
from xeploai.model.target import AtLeast, Between, Target
from xeploai.toml.dump import as_document

# --- The tables

KINDS = """
khoi              |                                | Đảng bộ Khối các cơ quan tỉnh
dang-bo-co-so     | khoi                           | Đảng bộ cơ sở
chi-bo-co-so      | khoi                           | Chi bộ cơ sở
doan-the          | khoi                           | Đoàn thể trực thuộc Đảng ủy Khối
dang-bo-bo-phan   | dang-bo-co-so                  | Đảng bộ bộ phận
chi-bo-truc-thuoc | dang-bo-co-so, dang-bo-bo-phan | Chi bộ trực thuộc đảng ủy cơ sở
co-quan           | khoi, TCCSĐ                    | Cơ quan hành chính nhà nước, đơn vị sự nghiệp công lập
dang-vien         | cells                          | Đảng viên không giữ chức vụ lãnh đạo, quản lý
can-bo            | cells, co-quan                 | Cán bộ lãnh đạo, quản lý
"""

LEVELS = """
xuat-sac         | Hoàn thành xuất sắc nhiệm vụ | HTXS, HTXSNV
tot              | Hoàn thành tốt nhiệm vụ      | HTT, HTTNV
hoan-thanh       | Hoàn thành nhiệm vụ          | HT, HTNV
khong-hoan-thanh | Không hoàn thành nhiệm vụ    | KHT, KHTNV
khong-xep-loai   | Không xếp loại               | KXL
"""

FACTS = """
so_dang_bo_co_so                 | khoi                           | count | counts dang-bo-co-so
so_chi_bo_co_so                  | khoi                           | count | counts chi-bo-co-so
so_doan_the                      | khoi                           | count | counts doan-the; 2 by the text
so_co_quan                       | khoi                           | count | counts co-quan
so_chi_bo_truc_thuoc             | dang-bo-co-so, dang-bo-bo-phan | count | ≥ 1; counts chi-bo-truc-thuoc
dang_vien                        | Party                          | count | ≥ 1 for cells
dang_vien_hoc_tap                | Party                          | count | ≤ dang_vien
nguoi_lao_dong                   | Party                          | count |
nguoi_lao_dong_hoc_tap           | Party                          | count | ≤ nguoi_lao_dong
can_bo_dang_vien                 | Party                          | count |
can_bo_dang_vien_cam_ket         | Party                          | count | ≤ can_bo_dang_vien
dang_vien_duoc_kiem_tra          | cells                          | count | ≤ dang_vien
so_chi_bo_du_muc_kiem_tra        | dang-bo-co-so, dang-bo-bo-phan | count | ≤ so_chi_bo_truc_thuoc; counts chi-bo-truc-thuoc that meet kiem-tra-dang-vien
so_chi_bo_duoc_kiem_tra_giam_sat | dang-bo-co-so                  | count | ≤ so_chi_bo_truc_thuoc; counts chi-bo-truc-thuoc with duoc_kiem_tra_giam_sat
duoc_kiem_tra_giam_sat           | chi-bo-truc-thuoc              | yes_no |
dang_vien_htxs                   | Party                          | count | counts dang-vien, can-bo rated xuat-sac among dang_vien; judged
dang_vien_htt                    | Party                          | count | counts dang-vien, can-bo rated tot among dang_vien; judged
dang_vien_ht                     | Party                          | count | counts dang-vien, can-bo rated hoan-thanh among dang_vien; judged
dang_vien_kht                    | Party                          | count | counts dang-vien, can-bo rated khong-hoan-thanh among dang_vien; judged
dang_vien_duoc_xep_loai          | Party                          | count | ≤ dang_vien; = dang_vien_htxs + dang_vien_htt + dang_vien_ht + dang_vien_kht; counts dang-vien, can-bo rated xuat-sac, tot, hoan-thanh, khong-hoan-thanh among dang_vien
dang_vien_tot_tro_len            | Party                          | count | ≤ dang_vien_duoc_xep_loai; = dang_vien_htxs + dang_vien_htt; counts dang-vien, can-bo rated xuat-sac, tot among dang_vien; judged
dang_vien_khong_xep_loai         | Party                          | count | ≤ dang_vien; counts dang-vien, can-bo rated khong-xep-loai among dang_vien
ket_nap                          | Party                          | count |
ket_nap_hoc_sinh_sinh_vien       | Party                          | count | ≤ ket_nap
cap_uy_dang_ky                   | above cells, chi-bo-co-so      | count | ≤ number of TCCSĐ; ≥ cap_uy_dat + cap_uy_chua_danh_gia; ≤ 1 for TCCSĐ; of TCCSĐ
cap_uy_dat                       | above cells, chi-bo-co-so      | count | ≤ 1 for TCCSĐ; of TCCSĐ; judged
cap_uy_chua_danh_gia             | above cells, chi-bo-co-so      | count | ≤ 1 for TCCSĐ; of TCCSĐ
tap_the_doi_tuong                | above cells, chi-bo-co-so      | count | of TCCSĐ
tap_the_dang_ky                  | above cells, chi-bo-co-so      | count | ≤ tap_the_doi_tuong; ≥ tap_the_dat + tap_the_chua_danh_gia; of TCCSĐ
tap_the_dat                      | above cells, chi-bo-co-so      | count | of TCCSĐ; judged
tap_the_chua_danh_gia            | above cells, chi-bo-co-so      | count | of TCCSĐ
ca_nhan_doi_tuong                | above cells, chi-bo-co-so      | count | of TCCSĐ
ca_nhan_dang_ky                  | above cells, chi-bo-co-so      | count | ≤ ca_nhan_doi_tuong; ≥ ca_nhan_dat + ca_nhan_chua_danh_gia; of TCCSĐ
ca_nhan_dat                      | above cells, chi-bo-co-so      | count | of TCCSĐ; judged
ca_nhan_chua_danh_gia            | above cells, chi-bo-co-so      | count | of TCCSĐ
guong_dien_hinh                  | TCCSĐ                          | count | judged
muc_xep_loai                     | cells, dang-bo-co-so, doan-the, khoi | level | judged
so_chi_bo_da_pho_bien            | TCCSĐ                          | count | ≤ number of cells
cu_the_hoa_nghi_quyet            | TCCSĐ                          | yes_no |
chuong_trinh_kiem_tra_giam_sat   | TCCSĐ                          | yes_no |
thuc_hien_dan_chu                | co-quan                        | yes_no |
"""

LABELS = """
so_dang_bo_co_so                 | Số đảng bộ cơ sở
so_chi_bo_co_so                  | Số chi bộ cơ sở
so_doan_the                      | Số đoàn thể trực thuộc
so_co_quan                       | Số cơ quan, đơn vị
so_chi_bo_truc_thuoc             | Số chi bộ trực thuộc
dang_vien                        | Tổng số đảng viên (có đến 31/12)
dang_vien_hoc_tap                | Số đảng viên được quán triệt, học tập
nguoi_lao_dong                   | Tổng số cán bộ, công chức, viên chức, người lao động
nguoi_lao_dong_hoc_tap           | Số cán bộ, công chức, viên chức, người lao động được quán triệt, học tập
can_bo_dang_vien                 | Số cán bộ, đảng viên thuộc diện đăng ký, cam kết
can_bo_dang_vien_cam_ket         | Số cán bộ, đảng viên đã đăng ký, cam kết tu dưỡng, rèn luyện
dang_vien_duoc_kiem_tra          | Số đảng viên được chi bộ kiểm tra (đếm người; không tính giám sát)
so_chi_bo_du_muc_kiem_tra        | Số chi bộ kiểm tra đủ mức đảng viên
so_chi_bo_duoc_kiem_tra_giam_sat | Số chi bộ được đảng ủy cơ sở kiểm tra hoặc giám sát
duoc_kiem_tra_giam_sat           | Được đảng ủy cơ sở kiểm tra hoặc giám sát trong năm (có/không)
dang_vien_htxs                   | Số đảng viên hoàn thành xuất sắc nhiệm vụ
dang_vien_htt                    | Số đảng viên hoàn thành tốt nhiệm vụ
dang_vien_ht                     | Số đảng viên hoàn thành nhiệm vụ
dang_vien_kht                    | Số đảng viên không hoàn thành nhiệm vụ
dang_vien_duoc_xep_loai          | Số đảng viên được đánh giá, xếp loại
dang_vien_tot_tro_len            | Số đảng viên xếp loại hoàn thành tốt nhiệm vụ trở lên
dang_vien_khong_xep_loai         | Số đảng viên không xếp loại
ket_nap                          | Số đảng viên mới kết nạp
ket_nap_hoc_sinh_sinh_vien       | Trong đó: học sinh, sinh viên
cap_uy_dang_ky                   | Số cấp ủy tổ chức cơ sở đảng đã đăng ký mô hình mới, cách làm sáng tạo (đếm chủ thể, không đếm mô hình)
cap_uy_dat                       | Số cấp ủy tổ chức cơ sở đảng có sản phẩm cụ thể được đánh giá cấp độ "đạt"
cap_uy_chua_danh_gia             | Số cấp ủy tổ chức cơ sở đảng chưa đánh giá
tap_the_doi_tuong                | Số tập thể lãnh đạo, quản lý thuộc diện đăng ký
tap_the_dang_ky                  | Số tập thể lãnh đạo, quản lý đã đăng ký mô hình mới, cách làm sáng tạo (đếm chủ thể, không đếm mô hình)
tap_the_dat                      | Số tập thể lãnh đạo, quản lý có sản phẩm cụ thể được đánh giá cấp độ "đạt"
tap_the_chua_danh_gia            | Số tập thể lãnh đạo, quản lý chưa đánh giá
ca_nhan_doi_tuong                | Số cá nhân lãnh đạo, quản lý thuộc diện đăng ký
ca_nhan_dang_ky                  | Số cá nhân lãnh đạo, quản lý đã đăng ký mô hình mới, cách làm sáng tạo (đếm chủ thể, không đếm mô hình)
ca_nhan_dat                      | Số cá nhân lãnh đạo, quản lý có sản phẩm cụ thể được đánh giá cấp độ "đạt"
ca_nhan_chua_danh_gia            | Số cá nhân lãnh đạo, quản lý chưa đánh giá
guong_dien_hinh                  | Số gương điển hình (tiên tiến) đã xây dựng
muc_xep_loai                     | Mức xếp loại do cấp có thẩm quyền quyết định
so_chi_bo_da_pho_bien            | Số chi bộ đã được phổ biến nghị quyết
cu_the_hoa_nghi_quyet            | Đã cụ thể hóa nghị quyết (có/không)
chuong_trinh_kiem_tra_giam_sat   | Có chương trình kiểm tra, giám sát năm (có/không)
thuc_hien_dan_chu                | Thực hiện nghiêm túc, nền nếp dân chủ ở cơ sở (có/không)
"""

# `monitor`: only followed up there. The role of a target is its chỉ tiêu.
CRITERIA = """
hoc-tap-dang-vien              | khoi, monitor cells, dang-bo-co-so | ct-1 | dang_vien_hoc_tap / dang_vien ≥ 100% | II.2, 1
hoc-tap-nguoi-lao-dong         | khoi, monitor cells, dang-bo-co-so | ct-1 | nguoi_lao_dong_hoc_tap / nguoi_lao_dong ≥ 95% | II.2, 1
dang-ky-mo-hinh-cap-uy         | khoi          | ct-2 | cap_uy_dang_ky / number of TCCSĐ ≥ 90% | II.2, 2
dang-ky-mo-hinh-tap-the        | khoi          | ct-2 | tap_the_dang_ky / tap_the_doi_tuong ≥ 90% | II.2, 2
dang-ky-mo-hinh-ca-nhan        | khoi          | ct-2 | ca_nhan_dang_ky / ca_nhan_doi_tuong ≥ 90% | II.2, 2
mo-hinh-dat-cap-uy             | khoi          | ct-2 | cap_uy_dat (+ cap_uy_chua_danh_gia) / cap_uy_dang_ky ≥ 25% | II.2, 2
mo-hinh-dat-tap-the            | khoi          | ct-2 | tap_the_dat (+ tap_the_chua_danh_gia) / tap_the_dang_ky ≥ 25% | II.2, 2
mo-hinh-dat-ca-nhan            | khoi          | ct-2 | ca_nhan_dat (+ ca_nhan_chua_danh_gia) / ca_nhan_dang_ky ≥ 25% | II.2, 2
cam-ket-tu-duong               | khoi, monitor cells, dang-bo-co-so | ct-3 | can_bo_dang_vien_cam_ket / can_bo_dang_vien ≥ 100% | II.2, 3
guong-dien-hinh                | TCCSĐ         | part, aspirational | guong_dien_hinh ≥ 1 for chi-bo-co-so, 2 for dang-bo-co-so | II.2, 4
guong-dien-hinh-toan-khoi      | khoi          | ct-4, aspirational | share of TCCSĐ that meet guong-dien-hinh ≥ 100% | II.2, 4
tccsd-tot-tro-len              | khoi          | ct-5 | share of assessed TCCSĐ rated tot ≥ 90% | II.2, 5
dang-vien-tot-tro-len          | khoi          | ct-5 | dang_vien_tot_tro_len / dang_vien_duoc_xep_loai ≥ 90% | II.2, 5
kiem-tra-dang-vien             | cells         | part | dang_vien_duoc_kiem_tra / dang_vien in 30–35%, above = noted | II.2, 6
kiem-tra-dang-vien-toan-khoi   | khoi          | ct-6 | share of cells that meet kiem-tra-dang-vien ≥ 100% | II.2, 6
kiem-tra-chi-bo                | dang-bo-co-so | part | share of chi-bo-truc-thuoc with duoc_kiem_tra_giam_sat in 30–35%, above = noted | II.2, 6
kiem-tra-chi-bo-toan-khoi      | khoi          | ct-6 | share of dang-bo-co-so that meet kiem-tra-chi-bo ≥ 100% | II.2, 6
doan-the-tot-tro-len           | khoi          | ct-7 | share of assessed doan-the rated tot ≥ 100% | II.2, 7
ket-nap                        | khoi          | ct-8 | ket_nap ≥ 90 | II.2, 8
ket-nap-hssv                   | khoi          | ct-8 | ket_nap_hoc_sinh_sinh_vien ≥ 15 | II.2, 8
khoi-tot-tro-len               | khoi          | ct-9 | muc_xep_loai ≥ tot | II.2, 9
dan-chu-co-so                  | khoi          | duty | share of co-quan with thuc_hien_dan_chu ≥ 100% | II.3.1
pho-bien-nghi-quyet            | khoi          | duty | so_chi_bo_da_pho_bien / number of cells ≥ 100% | III, last sentence
cu-the-hoa-nghi-quyet          | khoi          | duty | share of TCCSĐ with cu_the_hoa_nghi_quyet ≥ 100% | III.1, III.2
chuong-trinh-kiem-tra-giam-sat | khoi          | duty | share of TCCSĐ with chuong_trinh_kiem_tra_giam_sat ≥ 100% | II.3.2
"""

# The office numbers its criteria and keeps thresholds out of their names. The parts, judged unit by unit under the same
# number, say so in parentheses.
CRITERION_LABELS = """
hoc-tap-dang-vien              | 1a | Đảng viên được quán triệt, học tập
hoc-tap-nguoi-lao-dong         | 1b | Cán bộ, công chức, viên chức, người lao động được quán triệt, học tập
dang-ky-mo-hinh-cap-uy         | 2a | Đăng ký mô hình mới, cách làm sáng tạo (cấp ủy)
dang-ky-mo-hinh-tap-the        | 2a | Đăng ký mô hình mới, cách làm sáng tạo (tập thể)
dang-ky-mo-hinh-ca-nhan        | 2a | Đăng ký mô hình mới, cách làm sáng tạo (cá nhân)
mo-hinh-dat-cap-uy             | 2b | Có sản phẩm cụ thể được đánh giá cấp độ "đạt" (cấp ủy)
mo-hinh-dat-tap-the            | 2b | Có sản phẩm cụ thể được đánh giá cấp độ "đạt" (tập thể)
mo-hinh-dat-ca-nhan            | 2b | Có sản phẩm cụ thể được đánh giá cấp độ "đạt" (cá nhân)
cam-ket-tu-duong               | 3  | Đăng ký, cam kết tu dưỡng, rèn luyện
guong-dien-hinh                | 4  | Xây dựng gương điển hình (từng đơn vị)
guong-dien-hinh-toan-khoi      | 4  | Xây dựng gương điển hình
tccsd-tot-tro-len              | 5a | Tổ chức cơ sở đảng xếp loại hoàn thành tốt nhiệm vụ trở lên
dang-vien-tot-tro-len          | 5b | Đảng viên xếp loại hoàn thành tốt nhiệm vụ trở lên
kiem-tra-dang-vien             | 6a | Chi bộ kiểm tra đảng viên (từng chi bộ)
kiem-tra-dang-vien-toan-khoi   | 6a | Chi bộ kiểm tra đảng viên
kiem-tra-chi-bo                | 6b | Đảng ủy cơ sở kiểm tra, giám sát chi bộ trực thuộc (từng đảng bộ)
kiem-tra-chi-bo-toan-khoi      | 6b | Đảng ủy cơ sở kiểm tra, giám sát chi bộ trực thuộc
doan-the-tot-tro-len           | 7  | Đoàn thể đạt hoàn thành tốt nhiệm vụ trở lên
ket-nap                        | 8a | Kết nạp đảng viên mới
ket-nap-hssv                   | 8b | Trong đó: học sinh, sinh viên
khoi-tot-tro-len               | 9  | Đảng bộ Khối xếp loại hoàn thành tốt nhiệm vụ trở lên
dan-chu-co-so                  |    | Thực hiện dân chủ ở cơ sở (mục II.3.1)
pho-bien-nghi-quyet            |    | Phổ biến nghị quyết đến các chi bộ
cu-the-hoa-nghi-quyet          |    | Cụ thể hóa nghị quyết
chuong-trinh-kiem-tra-giam-sat |    | Có chương trình kiểm tra, giám sát năm
"""

# Assumption | the reading chosen | the others | what rests on it.
ASSUMPTIONS = """
hieu-luc-nam              | nam-2024                  | tu-ngay-ky        | all
hoc-du-cac-dot            | moi-nguoi-mot-lan         | tung-dot          | hoc-tap-dang-vien, hoc-tap-nguoi-lao-dong
gom-ca-dang-vien          | gom                       | khong-gom         | hoc-tap-nguoi-lao-dong
theo-doi-tung-don-vi      | toan-khoi                 | tung-don-vi       | hoc-tap-dang-vien, hoc-tap-nguoi-lao-dong, cam-ket-tu-duong
ba-doi-tuong              | xet-rieng                 | gop-chung         | dang-ky-mo-hinh-cap-uy, dang-ky-mo-hinh-tap-the, dang-ky-mo-hinh-ca-nhan, mo-hinh-dat-cap-uy, mo-hinh-dat-tap-the, mo-hinh-dat-ca-nhan
mau-so-san-pham-dat       | tren-so-dang-ky           | tren-so-doi-tuong | mo-hinh-dat-cap-uy, mo-hinh-dat-tap-the, mo-hinh-dat-ca-nhan
khong-ghi-la-khong-con-cho | khong-con-cho            | chua-ro           | mo-hinh-dat-cap-uy, mo-hinh-dat-tap-the, mo-hinh-dat-ca-nhan
dem-ban-cam-ket           | ban-cam-ket               | ket-qua           | cam-ket-tu-duong
guong-cua-dang-bo         | gom                       | khong-gom         | guong-dien-hinh, guong-dien-hinh-toan-khoi
co-90-la-toi-thieu        | toi-thieu                 | dung-bang         | tccsd-tot-tro-len, dang-vien-tot-tro-len
mau-so-duoc-danh-gia      | duoc-danh-gia             | tong-so           | tccsd-tot-tro-len, dang-vien-tot-tro-len
vuot-khung-kiem-tra       | noted                     | met, not_met      | kiem-tra-dang-vien, kiem-tra-chi-bo
chu-the-kiem-tra          | chi-bo                    | moi-cap           | kiem-tra-dang-vien
tung-chi-bo               | tung-chi-bo               | gop-toan-khoi     | kiem-tra-dang-vien-toan-khoi
kiem-tra-hoac-giam-sat    | mot-trong-hai             | ca-hai            | kiem-tra-chi-bo, kiem-tra-chi-bo-toan-khoi
hai-doan-the              | cong-doan-doan-thanh-nien | khac              | doan-the-tot-tro-len
ngay-ky-quyet-dinh        | ngay-ky                   | ngay-le           | ket-nap, ket-nap-hssv
ket-nap-lai               | khong-tinh                | co-tinh           | ket-nap, ket-nap-hssv
nghi-dinh-04-2015         | van-ban-thay-the          | nguyen-van        | dan-chu-co-so
"""

# Other readings that the same figures can answer, and are judged beside the one chosen. What is above the range needs
# no words of its own.
READINGS = """
dang-ky-mo-hinh-cap-uy       | gop-chung         | cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky / number of TCCSĐ + tap_the_doi_tuong + ca_nhan_doi_tuong ≥ 90%
dang-ky-mo-hinh-tap-the      | gop-chung         | cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky / number of TCCSĐ + tap_the_doi_tuong + ca_nhan_doi_tuong ≥ 90%
dang-ky-mo-hinh-ca-nhan      | gop-chung         | cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky / number of TCCSĐ + tap_the_doi_tuong + ca_nhan_doi_tuong ≥ 90%
mo-hinh-dat-cap-uy           | tren-so-doi-tuong | cap_uy_dat (+ cap_uy_chua_danh_gia) / number of TCCSĐ ≥ 25%
mo-hinh-dat-cap-uy           | gop-chung         | cap_uy_dat + tap_the_dat + ca_nhan_dat (+ cap_uy_chua_danh_gia + tap_the_chua_danh_gia + ca_nhan_chua_danh_gia) / cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky ≥ 25%
mo-hinh-dat-cap-uy           | chua-ro           | cap_uy_dat (+ cap_uy_chua_danh_gia, blank is open) / cap_uy_dang_ky ≥ 25%
mo-hinh-dat-tap-the          | tren-so-doi-tuong | tap_the_dat (+ tap_the_chua_danh_gia) / tap_the_doi_tuong ≥ 25%
mo-hinh-dat-tap-the          | gop-chung         | cap_uy_dat + tap_the_dat + ca_nhan_dat (+ cap_uy_chua_danh_gia + tap_the_chua_danh_gia + ca_nhan_chua_danh_gia) / cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky ≥ 25%
mo-hinh-dat-tap-the          | chua-ro           | tap_the_dat (+ tap_the_chua_danh_gia, blank is open) / tap_the_dang_ky ≥ 25%
mo-hinh-dat-ca-nhan          | tren-so-doi-tuong | ca_nhan_dat (+ ca_nhan_chua_danh_gia) / ca_nhan_doi_tuong ≥ 25%
mo-hinh-dat-ca-nhan          | gop-chung         | cap_uy_dat + tap_the_dat + ca_nhan_dat (+ cap_uy_chua_danh_gia + tap_the_chua_danh_gia + ca_nhan_chua_danh_gia) / cap_uy_dang_ky + tap_the_dang_ky + ca_nhan_dang_ky ≥ 25%
mo-hinh-dat-ca-nhan          | chua-ro           | ca_nhan_dat (+ ca_nhan_chua_danh_gia, blank is open) / ca_nhan_dang_ky ≥ 25%
tccsd-tot-tro-len            | tong-so           | share of all TCCSĐ rated tot ≥ 90%
dang-vien-tot-tro-len        | tong-so           | dang_vien_tot_tro_len / dang_vien ≥ 90%
kiem-tra-dang-vien-toan-khoi | gop-toan-khoi     | dang_vien_duoc_kiem_tra / dang_vien ≥ 30%
"""

SUPPLIERS = {
    "TCCSĐ",
    "Văn phòng Đảng ủy Khối",
    "Ban Tổ chức Đảng ủy Khối",
    "Ban Tuyên giáo Đảng ủy Khối",
    "Ủy ban Kiểm tra Đảng ủy Khối",
    "Ban Thường vụ Tỉnh ủy",
}

# --- The rules in the words of the tables


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def kinds_text(references: tuple[str, ...]) -> str:
    """Kinds under the names that the dictionary has for several of them, the widest first."""
    left, said = list(members(kinds_of(lam_dong()), references)), []
    for name, together in (
        ("Party", {"khoi", "dang-bo-co-so", "dang-bo-bo-phan", "chi-bo-co-so", "chi-bo-truc-thuoc"}),
        ("above cells", {"khoi", "dang-bo-co-so", "dang-bo-bo-phan"}),
        ("cells", {"chi-bo-co-so", "chi-bo-truc-thuoc"}),
        ("TCCSĐ", {"dang-bo-co-so", "chi-bo-co-so"}),
    ):
        if together <= set(left):
            said.append((left.index(next(kind for kind in left if kind in together)), name))
            left = [kind if kind not in together else "" for kind in left]
    said += [(number, kind) for number, kind in enumerate(left) if kind]
    return ", ".join(name for _, name in sorted(said))


def term_text(term: Term) -> str:
    return f"number of {kinds_text(term.of)}" if isinstance(term, Count) else term


def sum_text(terms: tuple[Term, ...]) -> str:
    return " + ".join(term_text(term) for term in terms)


def bounds_text(fact: Fact) -> Iterator[str]:
    if fact.minimum != 0:
        yield f"≥ {per_kind_text(fact.minimum)}"
    if fact.at_most:
        yield f"≤ {sum_text(fact.at_most)}"
    if fact.sum_of:
        yield f"= {sum_text(fact.sum_of)}"
    if fact.includes:
        yield f"≥ {sum_text(fact.includes)}"
    if fact.maximum is not None:
        yield f"≤ {per_kind_text(fact.maximum)}"
    if fact.counts:
        meet = f" that meet {fact.counts.meet}" if fact.counts.meet else ""
        yes = f" with {fact.counts.yes}" if fact.counts.yes else ""
        rated = f" rated {', '.join(fact.counts.rated)} among {fact.counts.among}" if fact.counts.rated else ""
        yield f"counts {kinds_text(fact.counts.of)}{meet}{yes}{rated}"
    if fact.given is not None:
        yield f"{fact.given} by the text"
    if fact.arises_at:
        yield f"of {kinds_text(fact.arises_at)}"
    if fact.judged:
        yield "judged"


def per_kind_text(value: Any) -> str:
    if isinstance(value, PerKind):
        return ", ".join(f"{limit_text(one)} for {kinds_text((kind,))}" for kind, one in value.values)
    return limit_text(value)


def limit_text(limit: Any) -> str:
    return write_share(limit) if isinstance(limit, Fraction) else str(limit)


def measure_text(measure: Measure) -> str:
    match measure:
        case Value(fact):
            return fact
        case Count():
            return term_text(measure)
        case Ratio(part, whole):
            blank = ", blank is open" if measure.pending_blank == "open" else ""
            pending = f" (+ {sum_text(measure.pending)}{blank})" if measure.pending else ""
            return f"{sum_text(part)}{pending} / {sum_text(whole)}"
        case Share(of, Meets(criterion)):
            return f"share of {kinds_text(of)} that meet {criterion}"
        case Share(of, Answers(fact)):
            return f"share of {kinds_text(of)} with {fact}"
        case Share(of, Rated("muc_xep_loai", level)):
            return f"share of {measure.base} {kinds_text(of)} rated {level}"
        case _:
            raise AssertionError(measure)


def target_text(target: Target) -> str:
    if isinstance(target, Between):
        low, high = limit_text(target.low).removesuffix("%"), limit_text(target.high)
        return f"in {low}–{high}, above = {target.above}"
    assert isinstance(target, AtLeast)
    return f"≥ {per_kind_text(target.limit)}"


def judged_text(one: Criterion | Alternative) -> str:
    assert one.measure is not None
    assert one.target is not None
    return f"{measure_text(one.measure)} {target_text(one.target)}"


def where_text(criterion: Criterion) -> str:
    monitors = f", monitor {kinds_text(criterion.monitors)}" if criterion.monitors else ""
    return kinds_text(criterion.kinds) + monitors


def role_text(criterion: Criterion) -> str:
    goals = [goal.id for goal in lam_dong().goals if criterion.id in goal.criteria]
    role = ", ".join(goals) if criterion.role == "target" else str(criterion.role)
    return f"{role}, aspirational" if criterion.strength == "aspirational" else role


def clause_text(criterion: Criterion) -> str:
    assert criterion.cite is not None
    clause = criterion.cite.clause.removeprefix("mục ").replace("câu cuối", "last sentence")
    clause = re.sub(r"^(II\.3\.\d), .*", r"\1", clause)
    return clause.replace("gạch đầu dòng thứ ", "")


def label_of(label: Label | None) -> str:
    assert label is not None
    return label.vi


# --- Compared


def test_kinds() -> None:
    said = [[kind.id, kinds_text(kind.parents), label_of(kind.label)] for kind in lam_dong().kinds]
    assert said == rows(KINDS)


def test_levels() -> None:
    scale = lam_dong().scale
    assert scale is not None
    assert scale.not_assessed is not None
    levels = (*scale.levels, scale.not_assessed)
    assert [[one.id, label_of(one.label), ", ".join(one.short)] for one in levels] == rows(LEVELS)


def test_facts() -> None:
    said = [[one.id, kinds_text(one.of), one.type.value, "; ".join(bounds_text(one))] for one in lam_dong().facts]
    assert said == rows(FACTS)


def test_labels_of_facts() -> None:
    assert [[fact.id, label_of(fact.label)] for fact in lam_dong().facts] == rows(LABELS)


def test_criteria() -> None:
    said = [
        [one.id, where_text(one), role_text(one), judged_text(one), clause_text(one)] for one in lam_dong().criteria
    ]
    assert said == rows(CRITERIA)


def test_labels_of_criteria() -> None:
    said = [[one.id, one.number or "", label_of(one.label)] for one in lam_dong().criteria]
    assert said == rows(CRITERION_LABELS)


def test_assumptions() -> None:
    rules = lam_dong()
    said = []
    for one in rules.assumptions:
        resting = [criterion.id for criterion in rules.criteria if one.id in criterion.assume]
        where = "all" if one.id in rules.assume else ", ".join(resting)
        said.append([one.id, one.chosen, ", ".join(one.others), where])
    assert said == rows(ASSUMPTIONS)


def test_readings_that_are_judged() -> None:
    said = [[one.id, other.reading, judged_text(other)] for one in lam_dong().criteria for other in one.alternatives]
    assert said == rows(READINGS)


def test_what_a_reviewer_asks_of_an_assumption() -> None:
    for one in lam_dong().assumptions:
        assert one.question
        assert one.why
        assert one.decided_by
        assert one.since == date(2024, 1, 1)
        assert one.others
        assert {reading.id for reading in one.labels} == {one.chosen, *one.others}


def test_only_targets_count_in_the_nine() -> None:
    rules = lam_dong()
    roles = {criterion.id: criterion.role for criterion in rules.criteria}
    assert [goal.id for goal in rules.goals] == [f"ct-{number}" for number in range(1, 10)]
    counted = [criterion for goal in rules.goals for criterion in goal.criteria]
    assert counted == [name for name, role in roles.items() if role == "target"]


def test_each_fact_names_its_supplier() -> None:
    rules = lam_dong()
    names = {supplier.id: label_of(supplier.label) for supplier in rules.suppliers}
    assert set(names.values()) == SUPPLIERS
    for fact in rules.facts:
        if isinstance(fact.supplier, PerKind):
            kinds = [kind for kind, _ in fact.supplier.values]
            assert set(members(kinds_of(rules), kinds)) == set(members(kinds_of(rules), fact.of))
        else:
            assert fact.supplier in names


def test_the_level_of_the_bloc_is_decided_by_the_province() -> None:
    fact = next(fact for fact in lam_dong().facts if fact.type is FactType.LEVEL)
    assert isinstance(fact.supplier, PerKind)
    assert dict(fact.supplier.values)["khoi"] == "ban-thuong-vu-tinh-uy"


def test_when_it_is_in_force() -> None:
    in_force = lam_dong().in_force
    assert (in_force.since, in_force.until) == (date(2024, 1, 1), date(2024, 12, 31))
    (source,) = lam_dong().sources
    assert (source.number, source.dated) == (None, None), "neither is legible"


# --- The file


def texts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text for people, with where it stands."""
    if isinstance(node, dict):
        if "vi" in node:
            yield path, node
        else:
            for key, item in node.items():
                yield from texts(item, f"{path}.{key}")


def test_every_text_has_its_english() -> None:
    assert [path for path, text in texts(as_document(lam_dong())) if not text.get("en")] == []


def test_english_has_vietnamese_words_only_in_quotes_names_and_numbers() -> None:
    proper = re.compile(r"“[^”]*”|\"[^\"]*\"|Lâm Đồng|\d\S*/(?:NĐ-CP|QĐ-TU|TU)\b|\b04-QĐ/TU\b")
    left = {path: proper.sub("", text["en"]) for path, text in texts(as_document(lam_dong()))}
    assert {path: text for path, text in left.items() if re.search(r"[^\x00-\x7f–]", text)} == {}


def test_english_calls_no_two_facts_or_criteria_the_same() -> None:
    rules = lam_dong()
    for named in (rules.facts, rules.criteria, rules.kinds, rules.goals):
        labels = [one.label.en for one in named if one.label]
        assert len(labels) == len(set(labels)) == len(named)


def test_dump_says_the_same() -> None:
    rules = lam_dong()
    assert xeploai.parse(xeploai.dump(rules)) == rules


def test_it_ships_under_its_id() -> None:
    assert xeploai.load("lam-dong-2024") == lam_dong()


def test_the_file_is_read_alike_by_the_parser_of_python() -> None:
    """TOML 1.0: no table in braces runs over several lines, so that every editor and tool can read it."""
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert list(document["facts"]) == [fact.id for fact in lam_dong().facts]


@pytest.mark.parametrize("section", ["ruleset", "facts", "assumptions", "criteria"])
def test_the_keys_of_a_block_are_aligned(section: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    for block in re.split(r"\n\n+", text):
        head, *lines = block.splitlines()
        if head.startswith((f"[{section}.", f"[{section}]")):
            assert len({line.index(" = ") for line in lines}) == 1, head
