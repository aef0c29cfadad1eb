// Binary trees: builds, counts and frees full trees, one allocation a node.
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

constexpr int DEPTH = 10;
// One tree in so many lives to the end.
constexpr std::uint64_t KEEP = 8;

struct Node {
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
};

std::unique_ptr<Node> build(int depth) {
    if (depth == 0) {
        return std::make_unique<Node>();
    }
    auto left = build(depth - 1);
    auto right = build(depth - 1);
    return std::make_unique<Node>(Node{std::move(left), std::move(right)});
}

std::uint32_t count(const Node &node) {
    return node.left ? 1 + count(*node.left) + count(*node.right) : 1;
}

std::uint32_t churn(std::uint64_t trees, int depth) {
    std::uint32_t hash = 0;
    std::vector<std::unique_ptr<Node>> kept;
    for (std::uint64_t i = 0; i < trees; ++i) {
        auto tree = build(depth);
        hash = 31 * hash + count(*tree);
        if (i % KEEP == 0) {
            kept.push_back(std::move(tree));
        }
    }
    for (const auto &tree : kept) {
        hash = 31 * hash + count(*tree);
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: binary-trees <trees>\n";
        return 2;
    }
    const volatile int depth = DEPTH;
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = churn(*size, depth);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << hash << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "binary-trees: " << error.what() << '\n';
    return 1;
}
