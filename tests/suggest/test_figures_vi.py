"""Vietnamese sentences, written for this test, with the figures that stand in them."""

from __future__ import annotations

import pytest

from tests.suggest.figure_reading import told

SENTENCES = [
    ("Năm 2023, cả nước xuất khẩu 8,1 triệu tấn gạo.", ["8100000 tonne 2023"]),
    ("Lạm phát tháng 8/2024 ở mức 3,4%.", ["3.4 percent 2024-08"]),
    ("Kim ngạch xuất khẩu tăng 12%, đạt gần 40 tỷ USD.", ["12 percent change up", "40000000000 USD nearly"]),
    ("Tỷ lệ thất nghiệp giảm xuống còn 2,1%.", ["2.1 percent"]),
    ("Giá xăng giảm 500 đồng/lít.", ["500 VND change down /litre"]),
    ("Bão làm ít nhất 15 người chết và 47 người bị thương.", ["15 death at_least 2024-10-15", "47 injury 2024-10-15"]),
    ("Hai người bị bắt giữ sau vụ việc.", ["2 person"]),
    ("Hai nước đã ký năm văn kiện hợp tác.", ["5 cooperation_agreement 2024-10"]),
    ("Hai bên nhất trí thúc đẩy thương mại hai chiều.", []),
    ("Đây là một trong 7 bộ được kiểm tra.", []),
    ("Ông năm nay 45 tuổi, từng học khóa 12.", []),
    ("Việt Nam nằm trong 10 nước xuất khẩu lớn nhất.", []),
    ("Đây là đợt hạn hán tồi tệ nhất trong 40 năm qua.", []),
    ("Trong sáu tháng tới, đàm phán sẽ tiếp tục.", []),
    ("Tỉnh phấn đấu tạo 50.000 việc làm vào năm 2030.", ["50000 job target 2030"]),
    ("Ngân hàng dự báo tăng trưởng đạt 6,5% năm nay.", ["6.5 percent forecast 2024"]),
    ("Dự án cần 900 triệu USD.", ["900000000 USD forecast"]),
    ("Doanh nghiệp cam kết hỗ trợ 25 tỷ đồng.", ["25000000000 VND target"]),
    ("Thuế VAT tăng từ 8% lên 10%.", ["8 percent", "10 percent"]),
    ("Nhà máy có công suất 1.200 MW.", ["1200 megawatt"]),
    ("Tuyến đường dài 120 km, tổng vốn đầu tư 3.000 tỷ đồng.", ["120 kilometre", "3000000000000 VND"]),
    ("Nhiệt độ cao nhất 39 độ C.", ["39 degree_celsius"]),
    ("Bị cáo lĩnh 12 năm tù.", ["12 year"]),
    ("Khách chi tiêu khoảng 120 USD mỗi ngày.", ["120 USD about /day"]),
    ("Mỗi ngày có từ 200 đến 300 lượt khách.", ["200..300 tourist /day"]),
    ("Tổng cộng 1.200 ngôi nhà bị sập.", ["1200 house 2024-10"]),
    ("Cả nước có hơn 900 nghìn doanh nghiệp đang hoạt động.", ["900000 company over"]),
    ("Nghị quyết số 57-NQ/TW và Quyết định 1234/QĐ-TTg được ban hành.", []),
    ("Cuộc họp bắt đầu lúc 8 giờ 30, tại phòng 12, quận 1.", []),
    ("Hội nghị G20 và COP29 sẽ bàn về khí hậu.", []),
    ("Hàng chục nghìn người dân đã sơ tán, vài trăm ngôi nhà bị ngập.", []),
    ("Lãi suất giảm 0,5 điểm phần trăm.", ["0.5 percentage_point change down"]),
    ("Có 15/63 địa phương giải ngân dưới 20%.", ["15 locality", "20 percent under"]),
    ("Tổng doanh thu ước đạt 1.496 tỷ.", ["1496000000000 VND about"]),
    ("Trong tháng 5.2024, tỉnh đón 349.000 lượt khách.", ["349000 tourist 2024-05"]),
    ("Thị trấn cách Hà Nội 30 km.", ["30 kilometre"]),
    ("Tối đa 80% hộ dân được dùng nước sạch.", ["80 percent at_most"]),
    ("Thu nhập bình quân đạt 10 - 15 triệu đồng/người/tháng.", ["10000000..15000000 VND /person"]),
    ("Vốn đăng ký đạt 1 tỷ 200 triệu USD, giảm 8% so với cùng kỳ năm 2023.", ["1200000000 USD", "8 percent change down 2024"]),
    ("GDP quý III/2024 ước tăng 7,4%.", ["7.4 percent 2024-07/2024-09"]),
    ("9 tháng đầu năm 2024, cả nước đón 12,7 triệu lượt khách quốc tế.", ["12700000 tourist 2024-01/2024-09"]),
    ("Trên 60% trong số 240 đại biểu bỏ phiếu tán thành.", ["60 percent over", "240 delegate 2024-10"]),
    ("Giai đoạn 2021-2025, tỉnh thu hút 350 dự án với tổng vốn 5,6 tỷ USD.", ["350 project 2021/2025", "5600000000 USD 2021/2025"]),
    ("Theo Bộ Công Thương, nhập khẩu xăng dầu trong tháng 9 đạt 850 nghìn tấn.", ["850000 tonne 2024-09"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert told(text, "vi") == expected
