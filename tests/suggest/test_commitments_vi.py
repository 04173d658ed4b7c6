"""Commitments in Vietnamese: sentences written for the purpose, with the clause and kind to find, and sentences that hold none."""

from __future__ import annotations

import pytest

from tests.suggest.commitment_reading import told

FOUND: list[tuple[str, list[str]]] = [
    ("Bộ Y tế yêu cầu các bệnh viện rà soát toàn bộ máy thở.", ["directive: Bộ Y tế yêu cầu các bệnh viện rà soát toàn bộ máy thở"]),
    (
        "Hai bên nhất trí mở rộng hợp tác trong lĩnh vực năng lượng tái tạo.",
        ["pledge: Hai bên nhất trí mở rộng hợp tác trong lĩnh vực năng lượng tái tạo"],
    ),
    ("Thành phố Đà Nẵng sẽ xây dựng thêm hai cây cầu bắc qua sông Hàn.", ["plan: Thành phố Đà Nẵng sẽ xây dựng thêm hai cây cầu bắc qua sông Hàn"]),
    ("Hiệp hội Vận tải kiến nghị Chính phủ giảm thuế xăng dầu.", ["request: Hiệp hội Vận tải kiến nghị Chính phủ giảm thuế xăng dầu"]),
    ("Tỉnh Long An đặt mục tiêu tăng trưởng GRDP 8,5% trong năm 2026.", ["target: Tỉnh Long An đặt mục tiêu tăng trưởng GRDP 8,5% trong năm 2026"]),
    ("Tập đoàn cam kết giảm 30% lượng phát thải vào năm 2030.", ["pledge: Tập đoàn cam kết giảm 30% lượng phát thải vào năm 2030"]),
    (
        "Các địa phương cần tăng cường kiểm tra an toàn hồ đập trước mùa mưa.",
        ["directive: Các địa phương cần tăng cường kiểm tra an toàn hồ đập trước mùa mưa"],
    ),
    (
        "Thủ tướng giao Bộ Giao thông vận tải chủ trì, phối hợp với các địa phương đẩy nhanh giải phóng mặt bằng.",
        ["directive: Thủ tướng giao Bộ Giao thông vận tải chủ trì, phối hợp với các địa phương đẩy nhanh giải phóng mặt bằng"],
    ),
    ("Ngân hàng Nhà nước dự kiến phát hành tiền polymer mới vào quý 3.", ["plan: Ngân hàng Nhà nước dự kiến phát hành tiền polymer mới vào quý 3"]),
    ("Liên Hợp Quốc kêu gọi các bên ngừng bắn ngay lập tức.", ["request: Liên Hợp Quốc kêu gọi các bên ngừng bắn ngay lập tức"]),
    ("Ngành cà phê phấn đấu đạt kim ngạch 6 tỷ USD trong năm nay.", ["target: Ngành cà phê phấn đấu đạt kim ngạch 6 tỷ USD trong năm nay"]),
    (
        "Bộ trưởng đề nghị các trường đại học: đổi mới chương trình; tăng cường liên kết với doanh nghiệp; công khai học phí.",
        [
            "directive: Bộ trưởng đề nghị các trường đại học: đổi mới chương trình",
            "directive: tăng cường liên kết với doanh nghiệp",
            "directive: công khai học phí",
        ],
    ),
    ("Ông Nam cho biết công ty sẽ tuyển thêm 500 công nhân trong tháng tới.", ["plan: công ty sẽ tuyển thêm 500 công nhân trong tháng tới"]),
    (
        "Thời gian tới, huyện tập trung hoàn thiện hạ tầng cụm công nghiệp.",
        ["plan: Thời gian tới, huyện tập trung hoàn thiện hạ tầng cụm công nghiệp"],
    ),
    ("Học sinh phải đội mũ bảo hiểm khi đi xe máy điện.", ["directive: Học sinh phải đội mũ bảo hiểm khi đi xe máy điện"]),
    ("Nhật Bản sẵn sàng hỗ trợ Việt Nam đào tạo kỹ sư bán dẫn.", ["pledge: Nhật Bản sẵn sàng hỗ trợ Việt Nam đào tạo kỹ sư bán dẫn"]),
    (
        "Chủ tịch UBND tỉnh chỉ đạo Sở Tài chính bố trí kinh phí sửa chữa trường học.",
        ["directive: Chủ tịch UBND tỉnh chỉ đạo Sở Tài chính bố trí kinh phí sửa chữa trường học"],
    ),
    ("Cử tri đề nghị Quốc hội sớm sửa Luật Đất đai.", ["request: Cử tri đề nghị Quốc hội sớm sửa Luật Đất đai"]),
    ("Tuyến metro số 2 sẽ được khởi công vào cuối năm.", ["plan: Tuyến metro số 2 sẽ được khởi công vào cuối năm"]),
    ("Tổng thống tuyên bố Mỹ sẽ rút quân khỏi khu vực trong vòng sáu tháng.", ["plan: Mỹ sẽ rút quân khỏi khu vực trong vòng sáu tháng"]),
    ("Các nước thành viên đồng ý thành lập quỹ ứng phó thiên tai.", ["pledge: Các nước thành viên đồng ý thành lập quỹ ứng phó thiên tai"]),
    ("Chuyên gia khuyến cáo người dân nên tiêm vắc xin cúm hằng năm.", ["request: Chuyên gia khuyến cáo người dân nên tiêm vắc xin cúm hằng năm"]),
    ("UBND quận dự định di dời 120 hộ dân khỏi khu vực sạt lở.", ["plan: UBND quận dự định di dời 120 hộ dân khỏi khu vực sạt lở"]),
    ("Vietnam Airlines sẽ mở đường bay thẳng tới Munich từ tháng 10.", ["plan: Vietnam Airlines sẽ mở đường bay thẳng tới Munich từ tháng 10"]),
    ("Doanh nghiệp không được tăng giá bất hợp lý, Sở Công Thương nhấn mạnh.", ["directive: Doanh nghiệp không được tăng giá bất hợp lý"]),
    (
        "Hai Thủ tướng nhất trí sớm mở lại đường bay thẳng; tăng cường trao đổi sinh viên.",
        ["pledge: Hai Thủ tướng nhất trí sớm mở lại đường bay thẳng", "pledge: tăng cường trao đổi sinh viên"],
    ),
    ("Bà Lan đề xuất thành phố miễn phí xe buýt cho học sinh.", ["request: Bà Lan đề xuất thành phố miễn phí xe buýt cho học sinh"]),
    ("Phó Thủ tướng yêu cầu khẩn trương khắc phục sự cố tràn dầu.", ["directive: Phó Thủ tướng yêu cầu khẩn trương khắc phục sự cố tràn dầu"]),
    ("Công ty đặt kế hoạch doanh thu 5.000 tỷ đồng năm 2026.", ["target: Công ty đặt kế hoạch doanh thu 5.000 tỷ đồng năm 2026"]),
    ("Quân đội hai nước cam kết phối hợp tuần tra chung trên biển.", ["pledge: Quân đội hai nước cam kết phối hợp tuần tra chung trên biển"]),
    ("Sở Giáo dục sẽ tổ chức kỳ thi vào lớp 10 trong hai ngày.", ["plan: Sở Giáo dục sẽ tổ chức kỳ thi vào lớp 10 trong hai ngày"]),
    ("Chúng ta phải bảo vệ rừng đầu nguồn, ông Hùng nói.", ["directive: Chúng ta phải bảo vệ rừng đầu nguồn"]),
    ("Theo thỏa thuận, hải quân hai nước sẽ chia sẻ dữ liệu ra đa.", ["plan: hải quân hai nước sẽ chia sẻ dữ liệu ra đa"]),
    ("Na Uy bày tỏ sẵn sàng đăng cai vòng đàm phán tiếp theo.", ["pledge: Na Uy bày tỏ sẵn sàng đăng cai vòng đàm phán tiếp theo"]),
    ("Tòa án yêu cầu công ty bồi thường 2 tỷ đồng cho các gia đình.", ["directive: Tòa án yêu cầu công ty bồi thường 2 tỷ đồng cho các gia đình"]),
    (
        "Mục tiêu của ngành y tế là tiêm chủng cho 90% trẻ em trước tháng 12.",
        ["target: Mục tiêu của ngành y tế là tiêm chủng cho 90% trẻ em trước tháng 12"],
    ),
    ("Bộ Xây dựng đề xuất giảm 50% lệ phí trước bạ nhà ở xã hội.", ["request: Bộ Xây dựng đề xuất giảm 50% lệ phí trước bạ nhà ở xã hội"]),
    (
        "Chủ tịch UBND thành phố giao Sở Nội vụ tham mưu phương án sắp xếp cán bộ.",
        ["directive: Chủ tịch UBND thành phố giao Sở Nội vụ tham mưu phương án sắp xếp cán bộ"],
    ),
    ("Người dân cần kê khai tạm trú trước ngày 30/6, công an phường thông báo.", ["directive: Người dân cần kê khai tạm trú trước ngày 30/6"]),
    (
        "Hai nước nhất trí phấn đấu nâng kim ngạch thương mại lên 20 tỷ USD vào năm 2030.",
        ["target: Hai nước nhất trí phấn đấu nâng kim ngạch thương mại lên 20 tỷ USD vào năm 2030"],
    ),
    (
        "Năm 2026, tỉnh phấn đấu thu ngân sách 25.000 tỷ đồng; GRDP tăng 9%; giảm tỷ lệ hộ nghèo xuống 1,5%.",
        ["target: Năm 2026, tỉnh phấn đấu thu ngân sách 25.000 tỷ đồng", "target: GRDP tăng 9%", "target: giảm tỷ lệ hộ nghèo xuống 1,5%"],
    ),
    (
        "Ông Lê Văn Bình cho rằng cần sớm ban hành quy chuẩn về pin mặt trời.",
        ["directive: Ông Lê Văn Bình cho rằng cần sớm ban hành quy chuẩn về pin mặt trời"],
    ),
    ("Tổng Bí thư nhấn mạnh cần tiếp tục tinh gọn bộ máy.", ["directive: Tổng Bí thư nhấn mạnh cần tiếp tục tinh gọn bộ máy"]),
    ("Trong thời gian tới, Công an tỉnh sẽ mở đợt cao điểm trấn áp tội phạm.", ["plan: Công an tỉnh sẽ mở đợt cao điểm trấn áp tội phạm"]),
    ("Tập đoàn FPT dự kiến tuyển 2.000 kỹ sư bán dẫn.", ["plan: Tập đoàn FPT dự kiến tuyển 2.000 kỹ sư bán dẫn"]),
    ("Hội Nông dân đề nghị ngân hàng giãn nợ cho các hộ bị thiệt hại.", ["request: Hội Nông dân đề nghị ngân hàng giãn nợ cho các hộ bị thiệt hại"]),
    (
        "Chính phủ Nhật Bản cam kết viện trợ 10 triệu USD cho vùng động đất.",
        ["pledge: Chính phủ Nhật Bản cam kết viện trợ 10 triệu USD cho vùng động đất"],
    ),
    (
        "Các doanh nghiệp không được sa thải lao động nữ đang mang thai.",
        ["directive: Các doanh nghiệp không được sa thải lao động nữ đang mang thai"],
    ),
    (
        "Kết luận cuộc họp, Phó Thủ tướng Trần Hồng Hà giao Bộ Tài nguyên hoàn thiện dự thảo nghị định; Bộ Tư pháp thẩm định trước ngày 15/5.",
        [
            "directive: Phó Thủ tướng Trần Hồng Hà giao Bộ Tài nguyên hoàn thiện dự thảo nghị định",
            "directive: Bộ Tư pháp thẩm định trước ngày 15/5",
        ],
    ),
    ("Bộ trưởng khẳng định sẽ không tăng học phí trong năm nay.", ["pledge: Bộ trưởng khẳng định sẽ không tăng học phí trong năm nay"]),
    ("Trường sẽ tuyển 500 sinh viên và mở thêm ngành vi mạch.", ["plan: Trường sẽ tuyển 500 sinh viên và mở thêm ngành vi mạch"]),
    ("Liên minh châu Âu kêu gọi Israel dỡ bỏ phong tỏa.", ["request: Liên minh châu Âu kêu gọi Israel dỡ bỏ phong tỏa"]),
    ("Chính phủ Indonesia sẽ dời thủ đô sang đảo Borneo vào năm 2028.", ["plan: Chính phủ Indonesia sẽ dời thủ đô sang đảo Borneo vào năm 2028"]),
    (
        "Bộ Giáo dục và Đào tạo yêu cầu các trường không tổ chức dạy thêm trong dịp hè.",
        ["directive: Bộ Giáo dục và Đào tạo yêu cầu các trường không tổ chức dạy thêm trong dịp hè"],
    ),
    ("Sở Y tế khuyến cáo người dân đeo khẩu trang nơi đông người.", ["request: Sở Y tế khuyến cáo người dân đeo khẩu trang nơi đông người"]),
    ("Hãng hàng không dự kiến mở bán 50.000 vé Tết từ ngày mai.", ["plan: Hãng hàng không dự kiến mở bán 50.000 vé Tết từ ngày mai"]),
    (
        "Hai bên thống nhất thành lập tổ công tác chung về biến đổi khí hậu.",
        ["pledge: Hai bên thống nhất thành lập tổ công tác chung về biến đổi khí hậu"],
    ),
    ("Mục tiêu đến năm 2030, cả nước có 5.000 km đường cao tốc.", ["target: Mục tiêu đến năm 2030, cả nước có 5.000 km đường cao tốc"]),
    ("Các nhà máy phải lắp đặt hệ thống quan trắc trước tháng 6.", ["directive: Các nhà máy phải lắp đặt hệ thống quan trắc trước tháng 6"]),
    ("Ông Putin tuyên bố Nga sẽ tiếp tục cung cấp khí đốt cho châu Âu.", ["plan: Nga sẽ tiếp tục cung cấp khí đốt cho châu Âu"]),
    (
        "Đại biểu Nguyễn Thị Hoa đề nghị Chính phủ có chính sách hỗ trợ ngư dân.",
        ["request: Đại biểu Nguyễn Thị Hoa đề nghị Chính phủ có chính sách hỗ trợ ngư dân"],
    ),
    ("Công ty phấn đấu doanh thu tăng 15% trong năm 2026.", ["target: Công ty phấn đấu doanh thu tăng 15% trong năm 2026"]),
    ("Giám đốc bệnh viện cam kết không để thiếu thuốc.", ["pledge: Giám đốc bệnh viện cam kết không để thiếu thuốc"]),
    (
        "Chủ tịch nước đề nghị phía Nhật Bản tạo thuận lợi cho nông sản Việt Nam.",
        ["directive: Chủ tịch nước đề nghị phía Nhật Bản tạo thuận lợi cho nông sản Việt Nam"],
    ),
]

NONE = [
    "Trời sẽ nắng nóng trở lại từ ngày mai.",
    "Lượng khách tăng mạnh so với dự kiến ban đầu.",
    "Anh phải nghỉ học vì gia đình khó khăn.",
    "Đội bóng quyết tâm cao trước trận đấu.",
    "Sự việc cần được hiểu đúng.",
    "Hai bên đã ký kết 5 văn kiện hợp tác.",
    "Vở kịch giành giải nhất.",
    "Chương trình nhằm tôn vinh các nhà giáo.",
    "Kinh tế thế giới dự báo sẽ tăng trưởng 3% trong năm tới.",
    "Ông hy vọng hai nước sẽ sớm ký hiệp định.",
    "Công tác ngoại giao văn hóa đạt nhiều kết quả tích cực.",
    "Chương trình giao lưu nghệ thuật thu hút hàng nghìn khán giả.",
    "Công ty đã bàn giao 200 căn hộ cho khách hàng.",
    "Nhu cầu vốn của doanh nghiệp nhỏ rất lớn.",
    "Sản phẩm đáp ứng yêu cầu của thị trường khó tính.",
    "Năm 2023, tỉnh đã vượt chỉ tiêu thu ngân sách 12%.",
    "Người dân thành phố Cần Thơ đón Tết trong không khí vui tươi.",
    "Đây không phải lần đầu tiên đội tuyển thất bại.",
    "Giá vàng sẽ còn biến động mạnh.",
    "Nếu trời mưa, trận đấu sẽ bị hoãn.",
    "Miền Bắc sẽ có mưa rào vào chiều tối.",
    "Nhiều gia đình đã phải sơ tán trong đêm.",
    "Lễ hội diễn ra trong ba ngày và thu hút đông đảo du khách.",
    "Các cam kết quốc tế được thực hiện nghiêm túc.",
    "Giao thông qua khu vực này ùn tắc kéo dài.",
    "Điều này sẽ giúp giảm chi phí logistics.",
    "Ban Chỉ đạo đã họp phiên thứ ba vào hôm qua.",
    "Theo yêu cầu của khán giả, buổi diễn được kéo dài.",
    "Xuất khẩu gạo tăng 15% so với cùng kỳ.",
    "Tác phẩm thể hiện sự thống nhất giữa nội dung và hình thức.",
    "Ông mong muốn Việt Nam tiếp tục phát triển.",
    "Sau khi sắp xếp, tỉnh giảm được 20 xã.",
    "Trong 6 tháng, cả nước có 120 nghìn doanh nghiệp mới.",
    "Cô giáo nhận được nhiều lời chúc mừng.",
    "Thị trường sẽ là nơi quyết định giá.",
    "Anh bị buộc thôi việc vì vi phạm quy định.",
    "Khách hàng mục tiêu của hãng là giới trẻ.",
    "Hội nghị thông qua ba nghị quyết quan trọng.",
    "Dịch bệnh sẽ lan rộng nếu không đóng cửa biên giới.",
    "Không ai biết tòa sẽ quyết định thế nào.",
    "Nhiều em nhỏ phải dùng chung sách.",
    "Ông từng hứa mở nhà máy nhưng không thực hiện.",
    "Bảo tàng lưu giữ 3.000 hiện vật.",
    "Hội nghị sẽ diễn ra tại Genève.",
    "Tỷ giá được dự báo tiếp tục tăng.",
    "Cần Thơ là trung tâm của đồng bằng sông Cửu Long.",
    "Đại hội đã thông qua nghị quyết với sự nhất trí cao.",
    "Ngành ngoại giao góp phần nâng cao vị thế đất nước.",
    "Doanh thu sáu tháng đạt 45% kế hoạch năm.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert told(text, "vi") == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert told(text, "vi") == []
